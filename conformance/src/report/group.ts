import type { FailureReport, KernelReport, Report } from "./report.ts";

/** What a report says of one operator. */
export interface OperatorReport {
  readonly operator: string;
  readonly kernels: readonly KernelReport[];
  readonly failures: readonly FailureReport[];
}

/** A report by operators, in the order of their names. */
export function byOperator({ kernels, failures }: Pick<Report, "kernels" | "failures">): readonly OperatorReport[] {
  const names = new Set([...kernels, ...failures].map(({ operator }) => operator));
  return [...names].sort().map((operator) => ({
    operator,
    kernels: kernels.filter((kernel) => kernel.operator === operator),
    failures: failures.filter((failure) => failure.operator === operator),
  }));
}
