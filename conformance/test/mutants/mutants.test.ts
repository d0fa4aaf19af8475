import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/report/report.ts";
import { runSuite } from "../../src/suite/run-suite.ts";
import { buildSources, mutantSource, rightKernels, rightSource } from "./build-mutants.ts";
import { buildTypeScript } from "./build-typescript.ts";
import { formatKillTable, type Kill } from "./kill-table.ts";
import { mutants as mutantsInC } from "./mutants.ts";
import { preconditionsOf } from "./preconditions.ts";
import { mutatedKernels } from "./typescript/mutants.ts";

/** `WRITE_KILL_TABLE=1` writes the table of kills anew. */
const table = fileURLToPath(new URL("./kill-table.md", import.meta.url));

/** Random models of each generator, for what the cases leave alive. */
const RUNS = 300;

const [modules, packs] = await Promise.all([
  buildSources([...rightKernels.map(rightSource), ...mutantsInC.map(mutantSource)]),
  buildTypeScript(),
]);

const packOf = (id: string): Uint8Array | string => (modules.get(id) ?? packs.get(id))!;

/** One thread for each mutant: many of them run at a time. */
const hold = (id: string, runs: number): Promise<Report> =>
  runSuite({ pack: packOf(id), preconditions: preconditionsOf(id), runs, threads: 1, secondsPerCase: 10, bail: true });

const ends = ({ failures, problems }: Report): readonly string[] => [
  ...failures.map(
    ({ id, checks }) => `${id}: ${checks.map(({ check, message }) => `${check}: ${message}`).join("; ")}`,
  ),
  ...problems,
];

describe.concurrent("the suite passes the right kernels", () => {
  test.each([...rightKernels, ...mutatedKernels.map(({ right }) => `${right.name}.ts`)])("%s", async (id) => {
    const report = await hold(id, 60);
    expect(ends(report)).toEqual([]);
    expect(report.verdict).toBe("passed");
  });
});

const kills: Kill[] = [];

describe.concurrent("the suite kills every mutant", () => {
  const mutants = [...mutantsInC, ...mutatedKernels.flatMap((kernel) => kernel.mutants)];

  test.each(mutants)("$id", async ({ id, what }) => {
    const first = await hold(id, 0);
    const report = first.verdict === "failed" ? first : await hold(id, RUNS);
    const [failure] = report.failures;
    kills.push({
      id,
      what,
      by: failure?.checks.map(({ check }) => check) ?? ["supports"],
      in: failure?.id ?? "the whole",
    });
    expect(report.verdict).toBe("failed");
  });
});

afterAll(() => {
  if (process.env.WRITE_KILL_TABLE === "1") writeFileSync(table, formatKillTable(kills));
});
