import { expect, test } from "vitest";
import { type Report, verifyReport } from "../src/suite/index.ts";
import { waiver, wrongPack, wrongReport } from "./reports.ts";

const report = await wrongReport();

const options = { sample: 60, seed: 3, waivers: [waiver], threads: 2 };

const problemsOf = async (changed: Report): Promise<readonly string[]> =>
  (await verifyReport(changed, wrongPack, options)).problems;

test("a true report holds", async () => {
  expect(await verifyReport(report, wrongPack, options)).toEqual({ problems: [], rerun: 60, seed: 3 });
});

test("without its pack, only what it says of itself is held against it", async () => {
  expect(await verifyReport(report)).toMatchObject({ problems: [], rerun: 0 });
});

test("a report of other bytes does not hold", async () => {
  const files = Object.fromEntries(Object.keys(report.pack.files).map((name) => [name, "0".repeat(64)]));
  const problems = await problemsOf({ ...report, pack: { ...report.pack, files } });
  expect(problems).toContainEqual(
    expect.stringMatching(/wrong-pack\.js is not the one of the report: 0+ there, [0-9a-f]{64} here/),
  );
});

test("a report of another pack, suite or corpus does not hold", async () => {
  const suite = { ...report.suite, version: "9.9.9", corpus: "0".repeat(64) };
  expect(await problemsOf({ ...report, suite, pack: { ...report.pack, version: "9.0.0" } })).toEqual([
    expect.stringMatching(/version 9\.9\.9 of the suite/),
    expect.stringMatching(/of other cases/),
    "the report is about @acme/wrong@9.0.0, the pack is @acme/wrong@1.2.3",
  ]);
});

test("failures that were taken out show in the counts, in the verdict, and when cases run again", async () => {
  const problems = await problemsOf({ ...report, failures: [] });
  expect(problems).toContain(`failed cases: the report says ${report.summary.failed}, its parts come to 0`);
  expect(problems.some((problem) => / failed when it was run again: /.test(problem))).toBe(true);
});

test("a verdict that does not follow does not hold", async () => {
  expect(await problemsOf({ ...report, verdict: "passed" })).toEqual([
    "verdict: the report says passed, its parts come to failed",
  ]);
});

test("a kernel that was left out is named", async () => {
  const kernels = report.kernels.filter(({ kernel }) => kernel !== "relu_f32");
  expect(await problemsOf({ ...report, kernels })).toContainEqual("the report says nothing of relu_f32");
});
