import { formatCount, formatFixed, formatMicroseconds, formatNumberOf, NOTHING } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { type Column, formatTable } from "../table.ts";
import type { BenchReport, ModelReport } from "./bench-report.ts";

type Row = Pick<ModelReport["nodes"][number], "calls" | "medianMicroseconds" | "share" | "macs" | "mmacsPerSecond">;

/** Measurements as text. */
export function formatBench({ models, packs }: BenchReport, output: Output): string {
  const colors = colorsFor(output);
  const sections = models.map((model) => formatModel(model, colors));
  return `${[...sections, `${colors.bold("packs")}  ${packs.join(", ")}`].join("\n\n")}\n`;
}

function formatModel(report: ModelReport, colors: Colors): string {
  const operators = formatTable(
    [{ title: "operator", most: 36 }, ...timeColumns],
    report.operators.map((row) => [row.operator, ...timeCells(row)]),
    colors.dim,
  );
  const nodes = formatTable(
    [{ title: "node", align: "right" }, { title: "operator", most: 26 }, { title: "kernel", most: 26 }, ...timeColumns],
    report.nodes.map((row) => [`${row.index}`, row.operator, row.kernel, ...timeCells(row)]),
    colors.dim,
  );
  return [formatHead(report, colors), operators, nodes].join("\n\n");
}

function formatHead(report: ModelReport, { bold }: Colors): string {
  const { model, invoke, macs, mmacsPerSecond, overheadNanosecondsPerNode, nodes } = report;
  const times = `median ${formatMicroseconds(invoke.medianMicroseconds)} µs, min ${formatMicroseconds(invoke.minMicroseconds)} µs`;
  return [
    bold(model),
    `  invoke    ${times}, ${formatNumberOf(invoke.samples, "sample")}`,
    `  MACs      ${formatMacs(macs)}, ${formatRate(mmacsPerSecond)} million a second`,
    `  overhead  ${formatFixed(overheadNanosecondsPerNode, 1)} ns a node, ${formatNumberOf(nodes.length, "node")}`,
  ].join("\n");
}

const timeColumns: readonly Column[] = ["calls", "median µs", "share", "MACs", "MMAC/s"].map((title) => ({
  title,
  align: "right",
}));

const timeCells = ({ calls, medianMicroseconds, share, macs, mmacsPerSecond }: Row): string[] => [
  Number.isInteger(calls) ? formatCount(calls) : formatFixed(calls, 2),
  formatMicroseconds(medianMicroseconds),
  `${formatFixed(share * 100, 1)} %`,
  formatMacs(macs),
  formatRate(mmacsPerSecond),
];

const formatMacs = (macs: number): string => (macs > 0 ? formatCount(macs) : NOTHING);

const formatRate = (rate: number | null): string => (rate === null ? NOTHING : formatFixed(rate, 0));
