import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  formatBadge,
  formatHtml,
  formatJunit,
  formatSummary,
  formatSupport,
  parseReport,
  type Report,
  stringifyReport,
} from "../src/suite/index.ts";
import { waiver, wrongReport } from "./reports.ts";

const report = await wrongReport();

const kernel = (name: string) => report.kernels.find((found) => found.kernel === name)!;

describe("a report of a wrong pack", () => {
  test("fails, and says of each kernel what of it is wrong", () => {
    expect(report.verdict).toBe("failed");
    expect(kernel("relu_f32").cases.failed).toBe(0);
    expect(kernel("relu_s8").checks.matches!.failed).toBeGreaterThan(5);
    expect(kernel("abs_s8").checks.matches!.failed).toBe(0);
    expect(kernel("abs_s8").checks.writes!.failed).toBeGreaterThanOrEqual(kernel("abs_s8").cases.failed);
    expect(kernel("abs_s8").cases.failed).toBeGreaterThan(0);
    expect(kernel("leaky_relu_s16").checks.supports!.failed).toBeGreaterThan(0);
    expect(report.problems).toEqual(["abs_nothing: no case ran this kernel: the suite says nothing of it"]);
  });

  test("says where elements differ", () => {
    const failure = report.failures.find(({ id }) => id.startsWith("conv_2d/i8_i8/"))!;
    const { shape, where, position } = failure.checks.find(({ check }) => check === "matches")!.difference!;
    expect(position.at(-1)).toBe(2);
    const channels = where!.along.at(-1)!;
    expect(channels).toHaveLength(shape.at(-1)!);
    expect(channels.flatMap((count, i) => (count > 0 ? [i] : []))).toEqual([2]);
  });

  test("has the waiver's case as expected failure", () => {
    expect(report.waivers).toEqual([{ ...waiver, outcome: "failed" }]);
    expect(report.summary.waived).toBe(1);
    expect(report.failures.map(({ id }) => id)).not.toContain(waiver.case);
  });

  test("keeps to its schema, and is read as it was written", () => {
    const text = stringifyReport(report);
    const schema = JSON.parse(readFileSync(new URL("../report.schema.json", import.meta.url), "utf8"));
    const ajv = new Ajv2020({ strict: true });
    expect(ajv.validate(schema, JSON.parse(text)), JSON.stringify(ajv.errors)).toBe(true);
    expect(parseReport(text, "report.json")).toEqual(report);
  });

  test("intrinsics that a pack emulates are said wherever the report is read", () => {
    const emulating = { ...report, pack: { ...report.pack, emulates: ["Acme's vectors"] } };
    expect(parseReport(stringifyReport(emulating), "report.json")).toEqual(emulating);
    expect(formatSummary(emulating)).toContain("emulated intrinsics: Acme's vectors");
    expect(formatHtml(emulating)).toMatch(/emulated intrinsics<\/dt><dd>Acme(&#39;|')s vectors/);
    expect(formatHtml(report)).not.toContain("emulated intrinsics");
  });

  test("numbers that JSON has not are kept", () => {
    const [first, ...rest] = report.kernels as [Report["kernels"][number]];
    const odd = { ...report, kernels: [{ ...first, largestDifference: Number.POSITIVE_INFINITY }, ...rest] };
    expect(parseReport(stringifyReport(odd), "x").kernels[0]!.largestDifference).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([
    ["no JSON", "{", /x\.json is no report that this suite reads: /],
    ["another document", "{}", /x\.json is no report .* the document must have required property/],
    ["a newer version", stringifyReport({ ...report, version: 2 as 1 }), /\/version must be equal to constant/],
  ])("%s is refused", (_, text, message) => {
    expect(() => parseReport(text, "x.json")).toThrow(message);
  });
});

describe("a waiver", () => {
  test("that is not needed fails the run", async () => {
    const { verdict, problems, failures } = await wrongReport({
      operators: ["relu"],
      cases: ["relu/f32/*"],
      waivers: [{ ...waiver, case: "relu/f32/channels-9" }],
    });
    expect(failures).toEqual([]);
    expect(problems).toEqual(["the waiver of relu/f32/channels-9 is not needed: the case passes"]);
    expect(verdict).toBe("failed");
  });

  test("for a case that there is not throws", async () => {
    await expect(wrongReport({ waivers: [{ ...waiver, case: "conv_2d/s8/none" }] })).rejects.toThrow(
      /"conv_2d\/s8\/none"/,
    );
  });
});

test("a failing random model is run again by its id", async () => {
  const { id, replay } = report.failures.find(({ id }) => id.startsWith("random/relu/"))!;
  expect(replay).toBe(`--cases ${id} --runs 4`);
  const again = await wrongReport({ cases: [id] });
  expect(again.failures.map((failure) => failure.id)).toEqual([id]);
  expect(again.summary.cases).toBe(0);
});

describe("as JUnit's XML", () => {
  const xml = formatJunit(report);

  test("a suite is an operator, a test a kernel and check", () => {
    expect(xml).toContain('<testsuite name="RELU" ');
    expect(xml).toContain('<testcase classname="RELU" name="relu_f32 matches"/>');
    expect(xml).toMatch(
      /<testcase classname="RELU" name="relu_s8 matches"><failure message="\d+ cases failed">(random\/)?relu\//,
    );
    expect(xml).toContain('name="abs_nothing as a whole"><failure message="no case ran this kernel');
  });

  test("a waived case is skipped, with its reason", () => {
    expect(xml).toContain('<skipped message="waived: the third channel is &lt;known&gt; to be off (https://example');
  });

  test("counts are those of its elements", () => {
    const count = (pattern: RegExp): string => `${[...xml.matchAll(pattern)].length}`;
    const [, tests, failures, skipped] = /<testsuites .*? tests="(\d+)" failures="(\d+)" .*?skipped="(\d+)"/.exec(xml)!;
    expect([tests, failures, skipped]).toEqual([count(/<testcase /g), count(/<failure /g), count(/<skipped /g)]);
  });
});

test("the badge says how many cases ran and failed", () => {
  const { summary, failures } = report;
  expect(formatBadge(report)).toContain(`conformance: ${summary.cases} cases, ${failures.length} failed`);
  expect(formatBadge(report)).toContain("#b3261e");
});

test("the summary has the first failure of each kernel, and what to do", () => {
  const text = formatSummary(report, { failures: 6 });
  for (const name of ["abs_s8", "conv_2d_s8", "leaky_relu_s16", "relu_s8"]) expect(text).toContain(name);
  expect(text).toMatch(/… \d+ more failures/);
  expect(text).toContain("✗ failed  @acme/wrong@1.2.3");
  expect(text).toMatch(/see one again: {2}thimble conform @acme\/wrong --cases /);
  expect(text).not.toContain("random models\nABS");
  expect(formatSummary(report, { operators: true })).toMatch(/^operator +kernels +passed/);
});

test("the support table has a row for an operator and types, a column for a pack", () => {
  const table = formatSupport([report]);
  expect(table).toContain("| operator | types | `@acme/wrong` 1.2.3 |");
  expect(table).toMatch(/\| `LEAKY_RELU` \| `int16 -> int16` \| ✗ \d+ \+ \d+ \|/);
});
