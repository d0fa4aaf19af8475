import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { echoModelFile } from "./models.ts";
import { makeFile, makeFolder, runCli, runJson } from "./run-cli.ts";

const acme = fileURLToPath(new URL("../../config/test/fixtures/acme.mjs", import.meta.url));

const configFile = (config: object): string => makeFile("thimble.config.json", JSON.stringify(config));

/** Makes a folder the current one for the test. */
function enter(folder: string): void {
  const before = process.cwd();
  process.chdir(folder);
  onTestFinished(() => process.chdir(before));
}

const packsOf = async (...argv: string[]): Promise<readonly string[]> => {
  const { packs } = await runJson("inspect", echoModelFile({}), ...argv);
  return packs.map((label: string) => label.replace(/@[\d.]+$/, ""));
};

describe("--config", () => {
  test("says which packs there are; an environment changes that", async () => {
    const config = configFile({ packs: [acme], environments: { plain: { packs: [] } } });
    expect(await packsOf("--config", config)).toEqual(["@acme/kernels", "@thimble/kernels-reference"]);
    expect(await packsOf("--config", config, "--env", "plain")).toEqual(["@thimble/kernels-reference"]);
  });

  test("a pack may be named by its package's folder", async () => {
    const reference = fileURLToPath(new URL("../../kernels-reference", import.meta.url));
    expect(await packsOf("--pack", reference, "--no-fallback")).toEqual(
      await packsOf("--pack", "@thimble/kernels-reference", "--no-fallback"),
    );
  });

  test("stands behind --pack and --no-fallback", async () => {
    const config = configFile({ packs: ["@acme/nowhere"], environments: { none: {} } });
    expect(await packsOf("--config", config, "--pack", "@thimble/kernels-reference")).toEqual([
      "@thimble/kernels-reference",
    ]);
    expect(await packsOf("--config", configFile({ packs: [acme] }), "--no-fallback").catch(String)).toEqual([
      "@acme/kernels",
    ]);
  });

  test("says how memory is planned", async () => {
    const { planner } = await runJson("plan", echoModelFile({}), "--config", configFile({ planner: "greedy" }));
    expect(planner).toBe("greedy");
    const named = await runJson(
      "plan",
      echoModelFile({}),
      "--config",
      configFile({ planner: "greedy" }),
      "--planner",
      "linear",
    );
    expect(named.planner).toBe("linear");
  });

  test("is found in the current folder, unless packs are named", async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, "thimble.config.mjs"), `export default { packs: [${JSON.stringify(acme)}] };`);
    enter(folder);
    expect(await packsOf()).toContain("@acme/kernels");
    expect(await packsOf("--pack", "@thimble/kernels-reference")).not.toContain("@acme/kernels");
  });
});

describe("what is wrong with a configuration is said in a line", () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ["a key", ["--config", '{ "pack": [] }'], /^thimble: CONFIG_INVALID: pack: there is no such key/],
    ["a planner", ["--config", '{ "planner": "best" }'], /best/],
  ];

  test.each(cases)("%s", async (_, [option, text], message) => {
    const { exitCode, stderr } = await runCli(
      "inspect",
      echoModelFile({}),
      option!,
      makeFile("thimble.config.json", text!),
    );
    expect(exitCode).not.toBe(0);
    expect(stderr).toMatch(message);
    expect(stderr.trim()).not.toContain("\n");
  });

  test("an environment without a configuration", async () => {
    enter(makeFolder());
    const { exitCode, stderr } = await runCli("inspect", echoModelFile({}), "--env", "device");
    expect(exitCode).not.toBe(0);
    expect(stderr).toMatch(/^thimble: --env device is an environment of a configuration, and there is none/);
  });
});
