import {
  formatBytes,
  formatMicroseconds,
  formatNumberOf,
  formatQuantization,
  formatReal,
  formatShape,
} from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatTable } from "../table.ts";
import type { OutputReport, RunReport } from "./run-report.ts";

/** How many classes, or elements, of an output are shown. */
const MOST_SHOWN = 5;

/** A run as text. */
export function formatRun(report: RunReport, output: Output): string {
  const colors = colorsFor(output);
  const outputs = report.outputs.map((described, i) => formatOutput(described, i, colors));
  return `${[...outputs, formatSummary(report, colors)].join("\n\n")}\n`;
}

function formatOutput(output: OutputReport, index: number, { bold, dim }: Colors): string {
  const { name, type, shape, quantization } = output;
  const scale = quantization ? `  ${formatQuantization(quantization)}` : "";
  const title = `${bold(`output ${index}`)}  "${name}"  ${type} ${formatShape(shape)}${dim(scale)}`;
  const numbers = output.values ?? output.stored;
  if (!numbers) return `${title}\n  no numbers; write the bytes with --out`;
  const isVector = shape.filter((extent) => extent > 1).length <= 1;
  return [title, ...(isVector ? topClasses(output, numbers, dim) : summary(output, numbers, dim))].join("\n");
}

type Style = (text: string) => string;

/** The largest elements of what may be the scores of classes. */
function topClasses(output: OutputReport, numbers: readonly number[], dim: Style): string[] {
  const best = [...numbers.keys()].sort((a, b) => numbers[b]! - numbers[a]!);
  return elementTable(output, best.slice(0, MOST_SHOWN), numbers.length, dim);
}

/** The range of a tensor of more than one dimension, and its first elements. */
function summary(output: OutputReport, numbers: readonly number[], dim: Style): string[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  return [
    `  from ${formatReal(least)} to ${formatReal(most)}`,
    ...elementTable(output, [...numbers.keys()].slice(0, MOST_SHOWN), numbers.length, dim),
  ];
}

function elementTable({ values, stored }: OutputReport, shown: readonly number[], size: number, dim: Style): string[] {
  const columns = [
    { title: "index", cells: shown.map(String) },
    ...(values ? [{ title: "value", cells: shown.map((i) => formatReal(values[i]!)) }] : []),
    ...(stored ? [{ title: "stored", cells: shown.map((i) => `${stored[i]}`) }] : []),
  ].map((column) => ({ ...column, align: "right" as const }));
  const rows = shown.map((_, row) => columns.map(({ cells }) => cells[row]!));
  const table = formatTable(columns, rows, dim).replaceAll(/^/gm, "  ");
  return size > shown.length ? [table, dim(`  … ${formatNumberOf(size - shown.length, "more element")}`)] : [table];
}

function formatSummary(
  { status, arena, invocations, invokeMicroseconds, packs }: RunReport,
  { bold, yellow }: Colors,
): string {
  const times = invocations === 1 ? "one invoke" : `median of ${formatNumberOf(invocations, "invoke")}`;
  const parts = `${formatBytes(arena.persistentBytes)} persistent, ${formatBytes(arena.nonPersistentBytes)} planned`;
  const lines = [
    `${bold("status")}  ${status === "ok" ? status : yellow("aborted: a kernel has no output yet, invoke again")}`,
    `${bold("invoke")}  ${formatMicroseconds(invokeMicroseconds)} µs, ${times}`,
    `${bold("arena")}   ${formatBytes(arena.usedBytes)} used: ${parts}`,
    `${bold("packs")}   ${packs.join(", ")}`,
  ];
  return lines.join("\n");
}
