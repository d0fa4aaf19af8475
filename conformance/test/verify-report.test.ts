import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { parseReport, type Report, runSuite, verifyReport } from "../src/suite/index.ts";
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

/** A package whose pack is in one module and its kernel, one of a pack's of the reference, in another. */
function writePackage(pack = "default", kernel = "relu_f32"): { readonly folder: string; readonly kernels: string } {
  const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "thimble-package-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const kernels = join(folder, "dist", "kernels.js");
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "package.json"), '{"name":"@acme/two","type":"module","exports":"./dist/index.js"}');
  writeFileSync(
    join(folder, "dist", "index.js"),
    'import { kernels } from "./kernels.js";\nexport default { id: "@acme/two", version: "1.0.0", kernels };\n',
  );
  writeFileSync(
    kernels,
    `import { ${pack} as reference } from "@thimble/kernels-reference";\nexport const kernels = reference.kernels.filter(({ name }) => name === "${kernel}");\n`,
  );
  return { folder, kernels };
}

test("a report of a pack with another module in its folder does not hold", async () => {
  const { folder, kernels } = writePackage();
  const whole = await runSuite({ pack: folder, runs: 0, threads: 1 });
  expect((await verifyReport(whole, folder, { sample: 2, threads: 1 })).problems).toEqual([]);
  writeFileSync(kernels, "// another one\n", { flag: "a" });
  expect((await verifyReport(whole, folder, { sample: 2, threads: 1 })).problems).toEqual([
    expect.stringMatching(/^dist\/\*\* is not the one of the report: /),
  ]);
});

test("a report says how the reference rounded", async () => {
  const roundingOf = async (pack: string) => {
    const { folder } = writePackage(pack, "add_s8");
    const report = await runSuite({ pack: folder, operators: ["add"], runs: 0, threads: 1 });
    return parseReport(JSON.stringify(report), "the report").reference.rounding;
  };
  expect(await roundingOf("default")).toBe("double");
  expect(await roundingOf("singleRounding")).toBe("single");
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
