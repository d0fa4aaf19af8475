import type { BenchReport } from "./bench-report.ts";

const COLUMNS = [
  "subgraph",
  "index",
  "operator",
  "kernel",
  "pack",
  "calls",
  "medianMicroseconds",
  "share",
  "macs",
  "mmacsPerSecond",
] as const;

/** A cell of RFC 4180. */
const cell = (value: string | number | null): string => {
  const text = value === null ? "" : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The nodes of all models as CSV: a line each, titles first. */
export function benchCsv({ models }: BenchReport): string {
  const rows = models.flatMap(({ model, nodes }) =>
    nodes.map((node) => [cell(model), ...COLUMNS.map((column) => cell(node[column]))].join(",")),
  );
  return `${[["model", ...COLUMNS].join(","), ...rows].join("\r\n")}\r\n`;
}
