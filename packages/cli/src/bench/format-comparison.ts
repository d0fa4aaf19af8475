import { formatFixed, formatMicroseconds, NOTHING } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { type Column, formatTable } from "../table.ts";
import type { ComparisonReport } from "./bench-report.ts";

const columns: readonly Column[] = [
  { title: "operator", most: 36 },
  ...["calls", "µs", "against", "times faster"].map((title): Column => ({ title, align: "right" })),
];

/** Two sets of packs side by side as text. */
export function formatComparison({ packs, against, models }: ComparisonReport, output: Output): string {
  const colors = colorsFor(output);
  const sections = models.map((model) => formatModel(model, colors));
  const sides = `${colors.bold("packs")}    ${packs.join(", ")}\n${colors.bold("against")}  ${against.join(", ")}`;
  return `${[...sections, sides].join("\n\n")}\n`;
}

function formatModel({ model, invoke, operators }: ComparisonReport["models"][number], { bold, dim }: Colors): string {
  const { medianMicroseconds, againstMicroseconds, speedup, speedupQuartiles, rounds } = invoke;
  const [low, high] = speedupQuartiles;
  const head = `  invoke  ${formatMicroseconds(medianMicroseconds)} µs against ${formatMicroseconds(againstMicroseconds)} µs: ${formatFixed(speedup, 2)} times faster (${formatFixed(low, 2)} to ${formatFixed(high, 2)} in ${rounds} rounds)`;
  const rows = operators.map((row) => [
    row.operator,
    formatFixed(row.calls, Number.isInteger(row.calls) ? 0 : 2),
    formatMicroseconds(row.medianMicroseconds),
    formatMicroseconds(row.againstMicroseconds),
    row.speedup === null ? NOTHING : formatFixed(row.speedup, 2),
  ]);
  return [`${bold(model)}\n${head}`, formatTable(columns, rows, dim)].join("\n\n");
}
