import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { prepareSuite, runSuite } from "../src/suite/run-suite.ts";
import { runConformance } from "../src/vitest/run-conformance.ts";
import { waiver, wrongPack } from "./reports.ts";

const fixtures = fileURLToPath(new URL("./fixtures/", import.meta.url));

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

interface Outcome {
  readonly title: string;
  readonly status: "passed" | "failed";
  readonly failureMessages: readonly string[];
}

/** Runs a vendor's test file in a vitest of its own. */
async function runTests(file: string): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "thimble-vitest-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, "out.json");
  const args = [
    vitest,
    "run",
    "--root",
    fixtures,
    "--config",
    join(fixtures, "vitest.config.js"),
    file,
    "--reporter=json",
    `--outputFile=${out}`,
  ];
  await new Promise<void>((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, VITEST: "" } }, () => resolve());
  });
  const { testResults } = JSON.parse(readFileSync(out, "utf8"));
  return testResults.flatMap(({ assertionResults }: { assertionResults: Outcome[] }) => assertionResults);
}

test("a kernel that hangs fails its own cases only; waived ones are expected to, and have to", async () => {
  const outcomes = await runTests("hanging.conformance.js");
  const find = (part: string) => outcomes.find(({ title }) => title.startsWith(part));
  expect(find("relu/f32/channels-9")).toMatchObject({ status: "failed" });
  expect(find("relu/f32/channels-9")!.failureMessages[0]).toContain("did not end within 1 seconds");
  expect(find("relu/f32/channels-16 (waived: does not end, 7)")).toMatchObject({ status: "passed" });
  expect(find("relu/f32/one-element (waived: a slip, 8)")).toMatchObject({ status: "failed" });
  expect(find("nothing else is wrong")!.failureMessages[0]).toContain("relu/f32/one-element is not needed");
  expect(outcomes.filter(({ status }) => status === "passed").length).toBeGreaterThan(10);
});

test("what a pack takes to load counts for no case", async () => {
  const pack = join(fixtures, "slow-pack.js");
  const report = await runSuite({ pack, operators: ["relu"], runs: 0, secondsPerCase: 1 });
  expect(report.failures).toEqual([]);
  expect(report.summary.passed).toBeGreaterThan(10);
});

test("an installed package is found by its name", async () => {
  const { pack, tasks } = await prepareSuite({ pack: "@thimble/kernels-reference", operators: ["relu"], runs: 0 });
  expect(pack.id).toBe("@thimble/kernels-reference");
  expect(tasks.length).toBeGreaterThan(0);
});

describe("tests are not even made", () => {
  test("of an unknown waiver", async () => {
    const waivers = [{ ...waiver, case: "conv_2d/s8/slip" }];
    await expect(runConformance({ pack: wrongPack, waivers })).rejects.toThrow('"conv_2d/s8/slip", which is no case');
  });

  test("of an unknown pack", async () => {
    await expect(runConformance({ pack: join(fixtures, "none.js") })).rejects.toThrow(/there is no pack at .*none\.js/);
  });

  test("of an empty pack", async () => {
    const pack = join(fixtures, "empty-pack.js");
    await expect(runConformance({ pack })).rejects.toThrow("@acme/empty has no kernels: there is nothing to prove");
  });
});
