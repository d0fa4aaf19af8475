import type { CheckResult } from "../checks/examination.ts";
import type { FailureReport } from "./report.ts";

/** Failures of a kernel that say which elements differ: a kernel that is wrong everywhere must not fill the report. */
const MOST_DETAILED = 12;

function withoutWhereabouts({ difference, ...check }: CheckResult): CheckResult {
  if (!difference) return check;
  const { where: _, ...rest } = difference;
  return { ...check, difference: rest };
}

/** Failures by their ids, which threads and shards find in no order; the first of each kernel with all that is known. */
export function orderFailures(failures: readonly FailureReport[]): readonly FailureReport[] {
  const seen = new Map<string, number>();
  return [...failures]
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((failure) => {
      const key = failure.kernels[0] ?? failure.operator;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return count <= MOST_DETAILED ? failure : { ...failure, checks: failure.checks.map(withoutWhereabouts) };
    });
}
