import type { NodeTimes, OperatorTimes } from "./bench-report.ts";
import { mmacsPerSecond } from "./mmacs-per-second.ts";

/** Sums the times of nodes by operator, slowest first. */
export function summarizeOperators(nodes: readonly NodeTimes[]): OperatorTimes[] {
  const names = [...new Set(nodes.map(({ operator }) => operator))];
  return names
    .map((name) =>
      sumUp(
        name,
        nodes.filter(({ operator }) => operator === name),
      ),
    )
    .sort((a, b) => b.medianMicroseconds - a.medianMicroseconds);
}

function sumUp(operator: string, nodes: readonly NodeTimes[]): OperatorTimes {
  const sum = (value: (node: NodeTimes) => number): number => nodes.reduce((total, node) => total + value(node), 0);
  const medianMicroseconds = sum((node) => node.medianMicroseconds * node.calls);
  const macs = sum((node) => node.macs * node.calls);
  return {
    operator,
    calls: sum((node) => node.calls),
    medianMicroseconds,
    share: sum((node) => node.share),
    macs,
    mmacsPerSecond: mmacsPerSecond(macs, medianMicroseconds),
  };
}
