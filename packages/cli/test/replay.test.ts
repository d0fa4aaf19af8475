import { appendFileSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { echoModel } from "./models.ts";
import { makeFile, makeFolder, runCli, runJson } from "./run-cli.ts";

const recorded = fileURLToPath(new URL("../../../conformance/cases/conv_2d/recorded.jsonl", import.meta.url));

const base64 = (bytes: Iterable<number>): string => Buffer.from([...bytes]).toString("base64");

/** A case whose output should be its input, as a line. */
function echoCase(name: string, outputs: number[], op = "RESHAPE"): string {
  const model = base64(echoModel({ shape: [2, 2], mystery: op !== "RESHAPE" }));
  const inputs = [base64([1, 2, 3, 4])];
  return `${JSON.stringify({ name, op, types: "int8", invocations: 1, model, inputs, outputs: [base64(outputs)] })}\n`;
}

const passing = echoCase("fine", [1, 2, 3, 4]);
const differing = echoCase("different", [1, 2, 7, 5]);

test("replay passes the recorded cases of CONV_2D", async () => {
  const { exitCode, stdout, stderr } = await runCli("replay", recorded);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/operator +cases +passed +failed\nCONV_2D +40 +40 +0\n\n40 of 40 cases passed with/);
  expect(stderr).toBe("");
});

test("replay shows the first element that differs and exits with 1", async () => {
  const { exitCode, stdout } = await runCli("replay", makeFile("x.jsonl", passing + differing));
  expect(exitCode).toBe(1);
  expect(stdout).toContain("RESHAPE       2       1       1\n");
  expect(stdout).toContain('✗ different  RESHAPE int8\n  output 0 "output 0" [1, 0]: expected 7, got 3 (2 of 4');
  expect(stdout).toContain("1 of 2 cases passed");
});

test("replay --json gives a document with each failure", async () => {
  const file = makeFile("x.jsonl", `${passing}\n${differing}${echoCase("unknown", [], "Mystery")}`);
  const { exitCode, stdout } = await runCli("replay", file, "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    command: "replay",
    packs: ["@thimble/kernels-reference@0.1.0"],
    files: [file],
    passed: 1,
    total: 3,
    operators: [
      { op: "RESHAPE", passed: 1, total: 2 },
      { op: "Mystery", passed: 0, total: 1 },
    ],
    failures: [
      {
        name: "different",
        op: "RESHAPE",
        types: "int8",
        status: "differs",
        difference: expect.objectContaining({ output: 0, position: [1, 0], expected: 7, actual: 3 }),
      },
      {
        name: "unknown",
        op: "Mystery",
        types: "int8",
        status: "failed",
        code: "OPERATOR_UNSUPPORTED",
        message: expect.stringContaining("no pack has a kernel"),
      },
    ],
  });
});

test("replay searches folders, in the order of names", async () => {
  const folder = makeFolder();
  mkdirSync(join(folder, "b"));
  writeFileSync(join(folder, "b", "1.jsonl"), passing);
  writeFileSync(join(folder, "a.jsonl"), passing);
  writeFileSync(join(folder, "notes.txt"), "no cases");
  const report = await runJson("replay", folder, recorded);
  expect(report.files).toEqual([join(folder, "a.jsonl"), join(folder, "b", "1.jsonl"), recorded]);
  expect(report.total).toBe(42);
});

test("replay uses the packs given, and without fallback only them", async () => {
  const pack = makeFile("empty.mjs", `export default { id: "empty", version: "1.0.0", kernels: [] };`);
  const file = makeFile("x.jsonl", passing);
  expect((await runCli("replay", file, "--pack", pack)).exitCode).toBe(0);
  const { exitCode, stdout } = await runCli("replay", file, "--pack", pack, "--no-fallback");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("0 of 1 case passed with empty@1.0.0\n");
});

test.each([
  ["no JSON", "{", /x\.jsonl:2: the line is no JSON/],
  ["no case", '{"name": "a"}', /x\.jsonl:2: name or op is missing/],
])("replay refuses a file with a line that is %s", async (_, line, message) => {
  const file = makeFile("x.jsonl", passing);
  appendFileSync(file, line);
  const { exitCode, stderr } = await runCli("replay", file);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split("\n")).toHaveLength(1);
});

test("replay refuses a line that no case is as long as", async () => {
  const file = makeFile("x.jsonl", passing);
  truncateSync(file, 3 * 2 ** 30);
  const { exitCode, stderr } = await runCli("replay", file);
  expect(exitCode).toBe(3);
  expect(stderr).toBe(
    `thimble: OPTION_INVALID: ${file}:2: the line is longer than 64 MiB; a case file holds one case a line\n`,
  );
});

test("replay takes the last line without an end, lines that end as in Windows and empty ones", async () => {
  const file = makeFile("x.jsonl", `${passing.trimEnd()}\r\n\n${passing.trimEnd()}`);
  expect(await runJson("replay", file)).toMatchObject({ passed: 2, total: 2 });
});

test.each([
  ["an empty file", ""],
  ["a file of empty lines", "\n \n"],
])("replay refuses %s, though no case of it fails", async (_, content) => {
  const empty = makeFile("empty.jsonl", content);
  const { exitCode, stderr } = await runCli("replay", makeFile("x.jsonl", passing), empty);
  expect(exitCode).toBe(3);
  expect(stderr).toBe(`thimble: OPTION_INVALID: ${empty} holds no cases; a case file holds one case a line\n`);
});
