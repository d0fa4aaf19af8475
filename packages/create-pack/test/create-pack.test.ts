import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { main, operators, places, problemOfName } from "../src/index.ts";

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "create-thimble-pack-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command line with what it prints. */
async function run(...argv: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const printed = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      printed[name] += text;
      return true;
    }),
  );
  const exitCode = await main(argv);
  for (const spy of spies) spy.mockRestore();
  return { exitCode, ...printed };
}

const flags = (over: Readonly<Record<string, string>> = {}): string[] =>
  Object.entries({ name: "@acme/kernels", operator: "relu", for: "engines", ...over }).flatMap(([name, value]) => [
    `--${name}`,
    value,
  ]);

const choices = Object.keys(operators).flatMap((operator) => Object.keys(places).map((place) => [operator, place]));

test.each(choices)("a pack with %s for %s has every file, with nothing left to fill in", async (operator, place) => {
  const folder = join(makeFolder(), "pack");
  const { exitCode, stdout } = await run(folder, ...flags({ operator: operator!, for: place! }));
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^13 files in .*pack\. Next:/);
  const files = [
    ".changeset/config.json",
    ".changeset/first-kernel.md",
    ".github/workflows/ci.yml",
    ".gitignore",
    "README.md",
    "bench/model.js",
    "index.d.ts",
    "index.js",
    "kernels/pack.c",
    `kernels/${operator}.c`,
    "package.json",
    "scripts/write-readme.js",
    "test/conformance.test.js",
  ];
  for (const file of files) expect(readFileSync(join(folder, file), "utf8")).not.toMatch(/\{\{|workspace:|undefined/);
  const { name, thimble, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  expect(name).toBe("@acme/kernels");
  expect(thimble.pack.targets !== undefined).toBe(place === "devices");
  expect("@thimble/devices" in devDependencies).toBe(place === "devices");
  for (const path of Object.keys(thimble.pack.builds))
    expect(readFileSync(join(folder, "index.js"), "utf8")).toContain(`"./${path}"`);
});

test("a folder with something in it is left alone", async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, "mine.txt"), "mine");
  const { exitCode, stderr } = await run(folder, ...flags());
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/^create-thimble-pack: .* is not empty; name another folder, or empty it/);
  expect(existsSync(join(folder, "package.json"))).toBe(false);
});

describe("what cannot be is refused, and nothing is written", () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [flags({ name: "Acme Kernels" }), /--name: "Acme Kernels" is no name of a package/],
    [flags({ operator: "conv_3d" }), /--operator is "conv_3d", it must be one of relu, fully_connected/],
    [flags({ for: "toasters" }), /--for is "toasters", it must be one of engines, devices/],
    [["--name", "@acme/kernels"], /there is nobody to ask; say --name, --operator and --for/],
    [["--fast"], /--fast/],
    [["a", "b", ...flags()], /"b" is one folder too many/],
  ];

  test.each(cases)("%j", async (argv, message) => {
    const { exitCode, stderr } = await run(...argv);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(message);
  });
});

test("--help and --version say so", async () => {
  expect((await run("--help")).stdout).toContain("npm create thimble-pack");
  expect((await run("--version")).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.each(["@acme/kernels", "kernels", "a", "@a/b.c-d_e"])("%s is a name", (name) => {
  expect(problemOfName(name)).toBeUndefined();
});

test.each(["", "@acme/", "/a", "../a", "@acme/../a", "A", "a b", "a".repeat(215)])("%j is none", (name) => {
  expect(problemOfName(name)).toBeTypeOf("string");
});
