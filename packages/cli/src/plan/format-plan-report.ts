import { formatBytes, formatCount } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatTable } from "../table.ts";
import { asciiPicture } from "./ascii-picture.ts";
import type { Peak, PlanReport } from "./plan-report.ts";
import { bufferTable, formatCertificate, plannerTable } from "./plan-tables.ts";

/** Where the output is no terminal, and on wider ones. */
const WIDTH = 110;

/** A report as text, with the parts of the arena where they are wanted. */
export function formatPlanReport(report: PlanReport, withTarget: boolean, output: Output): string {
  const colors = colorsFor(output);
  const width = Math.min(output.columns ?? WIDTH, WIDTH);
  const sections = [
    formatHead(report, colors),
    asciiPicture(report, width, colors),
    plannerTable(report, colors.dim),
    withTarget && targetTable(report, colors.dim),
    report.buffers.length > 0 && bufferTable(report, width, colors.dim),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

function formatHead(
  { model, bytes, planner, lowerBound, certificate, peak, arena, packs }: PlanReport,
  { bold }: Colors,
): string {
  return [
    `${bold("model")}    ${model}`,
    `${bold("planned")}  ${formatBytes(bytes)} by ${planner}, ${formatCertificate(certificate)}`,
    `${bold("least")}    ${formatBytes(lowerBound)} in any plan`,
    `${bold("peak")}     ${formatPeak(peak)}`,
    `${bold("arena")}    ${formatBytes(arena.usedBytes)}`,
    `${bold("packs")}    ${packs.join(", ")}`,
  ].join("\n");
}

/** `55,296 bytes in use at steps 3, 5–6` */
export function formatPeak({ bytes, steps }: Peak): string {
  const ranges = steps.slice(0, 4).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  if (steps.length > ranges.length) ranges.push("…");
  const isOne = steps.length === 1 && steps[0]![0] === steps[0]![1];
  return `${formatBytes(bytes)} in use${ranges.length > 0 ? ` at step${isOne ? "" : "s"} ${ranges.join(", ")}` : ""}`;
}

/** What the parts of the arena take. */
function targetTable({ arena }: PlanReport, dim: (text: string) => string): string {
  const columns = [{ title: "32-bit target" }, { title: "bytes", align: "right" }] as const;
  const { persistentBytes, nonPersistentBytes, scratchBytes, usedBytes } = arena;
  const rows = [
    ["persistent", formatCount(persistentBytes)],
    ["planned", formatCount(nonPersistentBytes)],
    ["scratch, planned", formatCount(scratchBytes)],
    ["arena", formatCount(usedBytes)],
  ];
  return formatTable(columns, rows, dim);
}
