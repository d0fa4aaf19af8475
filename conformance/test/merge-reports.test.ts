import { describe, expect, test } from "vitest";
import { mergeReports, type Report } from "../src/suite/index.ts";
import { wrongReport } from "./reports.ts";

const OF = 3;

const whole = await wrongReport();
const shards: readonly Report[] = await Promise.all(
  Array.from({ length: OF }, (_, i) => wrongReport({ shard: { index: i + 1, of: OF }, threads: 1 })),
);

/** Of each kernel a chunk's largest case stands for all in these checks: there are more chunks in shards. */
const { allocation: _, dispose: __, ...comparedChecks } = whole.suite.checks;

/** What does not depend on time, nor on which case stands for others. */
const countsOf = ({ summary, kernels, failures, problems, verdict, waivers }: Report) => ({
  summary,
  verdict,
  waivers,
  problems,
  failures: failures.map(({ id }) => id),
  kernels: kernels.map(({ kernel, cases, randomModels, checks, preconditions, largestDifference }) => ({
    kernel,
    cases,
    randomModels,
    checks: Object.keys(comparedChecks).map((name) => checks[name as keyof typeof checks]),
    preconditions,
    largestDifference,
  })),
});

describe("merged shards", () => {
  test("are the run that is not sharded, in whatever order they come", () => {
    const merged = mergeReports([...shards].reverse());
    expect(countsOf(merged)).toEqual(countsOf(whole));
    expect(merged.run).toMatchObject({ seed: whole.run.seed, runs: whole.run.runs });
    expect(merged.run.shard).toBeUndefined();
  });

  test("are judged together: what a shard lacks is no problem of it", () => {
    expect(shards.flatMap(({ problems }) => problems)).toEqual([]);
    expect(mergeReports(shards).problems).toEqual([
      "abs_nothing: no case ran this kernel: the suite says nothing of it",
    ]);
  });
});

describe("reports are not merged", () => {
  const [first, second, third] = shards as [Report, Report, Report];

  test.each([
    ["where a shard is missing", [first, third], "there is no report of shard 2/3"],
    ["where a shard is there twice", [first, second, second, third], "there are two reports of shard 2/3"],
    ["that are none of shards", [whole], "a report that is no shard cannot be merged"],
    ["where there are none", [], "there are no reports to merge"],
    [
      "of other seeds",
      [first, { ...second, run: { ...second.run, seed: 9 } }, third],
      "shards 1/3 and 2/3 are of different runs: the seed is 1, then 9",
    ],
    [
      "of other bytes",
      [first, second, { ...third, pack: { ...third.pack, files: { "a.js": "0".repeat(64) } } }],
      'shards 1/3 and 3/3 are of different runs: the pack is {"id":"@acme/wrong"',
    ],
  ])("%s", (_, reports, message) => {
    expect(() => mergeReports(reports)).toThrow(message);
  });
});
