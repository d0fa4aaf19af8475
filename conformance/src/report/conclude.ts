import { orderFailures } from "./order-failures.ts";
import type { KernelReport, Report } from "./report.ts";

/** What is wrong with a kernel as a whole, once all of the suite has run. */
function problemsOf({ cases, preconditions }: KernelReport): string[] {
  const isUnseen = cases.passed + cases.failed + cases.waived === 0;
  return [
    ...(isUnseen ? ["no case ran this kernel: the suite says nothing of it"] : []),
    ...preconditions
      .filter(({ declined }) => declined === 0)
      .map(({ reason }) => `no case lies outside of the precondition "${reason}"`),
  ];
}

/** What a run found, before it is said what that comes to. */
export type Findings = Pick<Report, "kernels" | "failures" | "waivers" | "models" | "targets">;

/**
 * Draws the conclusions of a run.
 *
 * @param isWhole whether all of the suite ran: what a part of it lacks, another may have
 */
export function conclude(findings: Findings, isWhole: boolean): Findings & Pick<Report, "problems" | "verdict"> {
  const kernels = findings.kernels.map((kernel) => ({ ...kernel, problems: isWhole ? problemsOf(kernel) : [] }));
  const problems = [
    ...kernels.flatMap(({ kernel, problems }) => problems.map((problem) => `${kernel}: ${problem}`)),
    ...findings.waivers.flatMap((waiver) => {
      if (waiver.outcome === "unneeded") return [`the waiver of ${waiver.case} is not needed: the case passes`];
      const isIdle = isWhole && waiver.outcome === "not-run";
      return isIdle ? [`the waiver of ${waiver.case} is not needed: the pack has no kernel for its operator`] : [];
    }),
  ];
  const isPassed =
    problems.length === 0 &&
    findings.failures.length === 0 &&
    findings.models.every(({ status }) => status === "same") &&
    (findings.targets ?? []).every(({ verdict }) => verdict !== "failed");
  const failures = orderFailures(findings.failures);
  return { ...findings, kernels, failures, problems, verdict: isPassed ? "passed" : "failed" };
}
