import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { echoModel, echoModelFile } from "./models.ts";
import { makeFile, makeFolder, runCli } from "./run-cli.ts";

/** The message of a command line that fails with this code, on one line. */
async function failure(exitCode: number, ...argv: string[]): Promise<string> {
  const result = await runCli(...argv);
  expect(result.exitCode, result.stderr).toBe(exitCode);
  expect(result.stdout).toBe("");
  expect(result.stderr).toMatch(/^thimble: [^\n]+\n$/);
  return result.stderr.slice("thimble: ".length, -1);
}

describe("a wrong command line exits with 2", () => {
  test.each([
    ["no command", [], "no command is given; thimble --help lists them"],
    [
      "an unknown command",
      ["fly"],
      'unknown command "fly"; there are run, inspect, resolver, plan, replay, diff, bench, pack, device, conform',
    ],
    ["an option before the command", ["--fast"], "unknown option '--fast'; options follow the command's name"],
    ["an unknown option", ["run", "x.tflite", "--fast"], "unknown option '--fast'"],
    ["an option without its value", ["run", "x.tflite", "--pack"], "option '--pack <value>' argument missing"],
    ["no model", ["run"], "the argument MODEL is missing"],
    ["one model too many", ["run", "a", "b"], 'unexpected argument "b"'],
    ["a missing file", ["inspect", "nowhere.tflite"], "cannot read nowhere.tflite: no such file or directory"],
    ["a missing case file", ["replay", "nowhere.jsonl"], "cannot read nowhere.jsonl: no such file or directory"],
    ["no kernels", ["run", "x", "--no-fallback"], "--no-fallback without --pack leaves no kernels; name a pack"],
    [
      "a count that is none",
      ["run", "x", "--invocations", "0"],
      '--invocations is "0", it must be a number, 1 or more',
    ],
    ["a fraction of bytes", ["run", "x", "--arena", "1.5"], '--arena is "1.5", it must be a whole number'],
    ["a time that is none", ["bench", "x", "--seconds", "soon"], '--seconds is "soon", it must be a number, 0 or more'],
    [
      "a count below zero, apart",
      ["run", "x", "--invocations", "-1"],
      "option '--invocations' has no value; a value that starts with a dash is written --invocations=-1",
    ],
    ["a count below zero", ["run", "x", "--arena=-1"], '--arena is "-1", it must be a number, 0 or more'],
    [
      "an option for a value",
      ["bench", "x", "--seconds", "--no-fallback"],
      "option '--seconds' has no value; a value that starts with a dash is written --seconds=--no-fallback",
    ],
    ["a pack without a name", ["run", "x", "--pack", ""], '--pack is "", it must name a package or a file'],
    ["half a range", ["run", "x", "--range", "1"], '--range is "1", it must be two numbers, as in --range=-1,1'],
  ])("%s", async (_, argv, message) => {
    expect(await failure(2, ...argv)).toBe(message);
  });

  test("a folder for a model, or none for cases", async () => {
    const folder = makeFolder();
    expect(await failure(2, "run", folder)).toBe(`cannot read ${folder}: it is a directory`);
    expect(await failure(2, "replay", folder)).toBe(`there are no .jsonl files in ${folder}`);
  });

  test("an output folder that cannot be", async () => {
    const file = makeFile("file", "");
    expect(await failure(2, "run", echoModelFile({}), "--out", file)).toMatch(/^cannot make the folder .*file/);
  });
});

describe("what thimble refuses exits with 3 and the error's code", () => {
  test.each([
    ["a web page", () => makeFile("x.tflite", "<!doctype html><title>Not found</title>"), /^MODEL_NOT_TFLITE: /],
    ["an empty file", () => makeFile("x.tflite", ""), /^MODEL_/],
    ["half a model", () => makeFile("x.tflite", echoModel({}).subarray(0, 200)), /^MODEL_/],
    ["an operator without a kernel", () => echoModelFile({ mystery: true }), /^OPERATOR_UNSUPPORTED: /],
  ])("%s", async (_, file, message) => {
    expect(await failure(3, "run", file())).toMatch(message);
  });

  test("an arena that is too small", async () => {
    const message = await failure(3, "run", echoModelFile({}), "--arena", "16");
    expect(message).toMatch(/^ARENA_TOO_SMALL: .* 32 bytes, 16 were given; run it with --arena 32 or more$/);
  });

  test.each([
    ["is nowhere", () => "@acme/nowhere", /no pack "@acme\/nowhere"; tried the file .*, the packages seen from/],
    [
      "is not built",
      () => dirname(makeFile("package.json", '{ "name": "@acme/kernels", "exports": "./dist/index.js" }')),
      /the package in \S+ has no pack: what its "exports" names is not there; build it/,
    ],
    ["has no default export", () => makeFile("x.mjs", "export const pack = {};"), /has no default export/],
    ["is no pack", () => makeFile("x.mjs", "export default {};"), /: \S+x\.mjs: a pack needs an id/],
    ["fails to load", () => makeFile("x.mjs", "throw new Error('no Wasm here');"), /fails to load: no Wasm here/],
    ["is no module", () => makeFile("x.mjs", "export default {"), /fails to load/],
  ])("a pack that %s", async (_, pack, message) => {
    const text = await failure(3, "run", echoModelFile({}), "--pack", pack());
    expect(text).toMatch(/^PACK_INVALID: /);
    expect(text).toMatch(message);
  });
});

test("with --json an error is a document, too", async () => {
  const { exitCode, stdout, stderr } = await runCli("run", echoModelFile({ mystery: true }), "--json");
  expect(exitCode).toBe(3);
  expect(JSON.parse(stdout)).toEqual({
    error: { code: "OPERATOR_UNSUPPORTED", message: expect.stringContaining("Mystery") },
  });
  expect(stderr).toMatch(/^thimble: OPERATOR_UNSUPPORTED: /);
  const wrong = await runCli("run", "--json");
  expect(JSON.parse(wrong.stdout)).toEqual({ error: { code: "USAGE", message: "the argument MODEL is missing" } });
});

test("a pack's bug exits with 4", async () => {
  const pack = makeFile(
    "buggy.mjs",
    `export default { id: "buggy", version: "1.0.0", get kernels() { throw new Error("oops"); } };`,
  );
  const { exitCode, stderr } = await runCli("run", echoModelFile({}), "--pack", pack);
  expect(exitCode).toBe(4);
  expect(stderr).toMatch(/^thimble: INTERNAL: oops; this is a bug, please report it\nError: oops\n/);
});

describe("--help", () => {
  test("lists the commands", async () => {
    const { exitCode, stdout } = await runCli("--help");
    expect(exitCode).toBe(0);
    for (const command of ["run", "inspect", "plan", "replay", "bench"]) expect(stdout).toContain(`  ${command}  `);
  });

  test.each(["run", "inspect", "resolver", "plan", "replay", "diff", "bench"])(
    "of %s has options, examples and exit codes",
    async (command) => {
      const { exitCode, stdout } = await runCli(command, "--help");
      expect(exitCode).toBe(0);
      for (const part of [
        "OPTIONS",
        "--no-fallback",
        "EXAMPLES",
        `thimble ${command} `,
        "EXIT CODES",
        "  3  the model",
      ])
        expect(stdout).toContain(part);
      for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(110);
    },
  );

  test("--version prints the package's version", async () => {
    expect((await runCli("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

const bin = fileURLToPath(new URL("../dist/bin.js", import.meta.url));

describe.skipIf(!existsSync(bin))("the program itself (skipped where it is not built)", () => {
  test("prints help and exits with 0", () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "--help"], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("USAGE thimble run|inspect|resolver|plan|replay|diff|bench");
  });

  test("is quiet when its reader stops early", () => {
    const command = `"${process.execPath}" "${bin}" replay --help | head -n 1; exit \${PIPESTATUS[0]}`;
    const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.skipIf(!existsSync("/dev/full"))("says in one line that its output has no space", () => {
    const command = `"${process.execPath}" "${bin}" --help > /dev/full`;
    const { status, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 2, stderr: "thimble: cannot write stdout: no space left\n" });
  });

  test.skipIf(!existsSync("/dev/full"))("keeps its exit code when its errors have no space", () => {
    const command = `"${process.execPath}" "${bin}" fly 2> /dev/full`;
    expect(spawnSync("bash", ["-c", command]).status).toBe(2);
  });
});
