import { isRandom } from "../corpus/ids.ts";
import { conclude } from "./conclude.ts";
import type { Report } from "./report.ts";

/** What in a report contradicts itself: counts that do not add up, a verdict that does not follow from what was found. */
export function contradictions(report: Report): readonly string[] {
  const { summary, failures, waivers, kernels, models, run } = report;
  const found: string[] = [];
  const expectEqual = (what: string, stated: number | string, counted: number | string): void => {
    if (stated !== counted) found.push(`${what}: the report says ${stated}, its parts come to ${counted}`);
  };
  const { passed, failed, waived, declined, unclaimed } = summary;
  const ofCases = failures.filter(({ id }) => !isRandom(id));
  expectEqual("cases", summary.cases, passed + failed + waived + declined + unclaimed);
  expectEqual("failed cases", failed, ofCases.length);
  expectEqual("waived cases", waived, waivers.filter(({ outcome }) => outcome === "failed").length);
  expectEqual("models", summary.models, models.length);
  for (const { kernel, cases, checks, randomModels } of kernels) {
    const own = ofCases.filter(({ kernels }) => kernels.includes(kernel));
    expectEqual(`failed cases of ${kernel}`, cases.failed, own.length);
    // Where a run is declined without a reason, or ends early, nothing is held against what was expected.
    const compared = (checks.matches?.passed ?? 0) + (checks.matches?.failed ?? 0);
    if (compared > cases.passed + cases.failed + randomModels)
      found.push(`${kernel}: ${compared} outputs were compared, but fewer cases and random models ran`);
  }
  const runs = kernels.reduce((total, { cases }) => total + cases.passed, 0);
  if (runs < passed) found.push(`passed cases: the report says ${passed}, its kernels ran ${runs}`);
  const { verdict } = conclude(report, run.shard === undefined && run.only === undefined);
  expectEqual("verdict", report.verdict, verdict);
  return found;
}
