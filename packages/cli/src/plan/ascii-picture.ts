import { formatCount } from "../format.ts";
import type { Colors } from "../io.ts";
import { type AsciiGrid, asciiGrid } from "./ascii-grid.ts";
import type { BufferReport, PlanReport } from "./plan-report.ts";
import { niceStride, type TimeRange, timeRange } from "./time-range.ts";

const ROWS = 16;

/** Rows from one address to the next. */
const ROWS_PER_LABEL = 4;

const SYMBOLS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** The letter that stands for a buffer in the picture. After 62 they begin anew. */
export const symbolOf = (index: number): string => SYMBOLS[index % SYMBOLS.length]!;

/**
 * A plan as text of at most `width` columns: time goes across, addresses go up. A cell shows the buffer that takes most
 * of it, scratch with strokes in between.
 */
export function asciiPicture(report: PlanReport, width: number, colors: Colors): string {
  const { buffers, bytes, lowerBound } = report;
  if (bytes === 0) return colors.dim("nothing is planned");
  const range = timeRange(buffers);
  const margin = Math.max(formatCount(bytes).length, "step".length);
  const grid = asciiGrid(buffers, bytes, range, Math.max(width - margin - 2, 8), ROWS);
  const line = (label: string, rest: string): string => `${colors.dim(label.padStart(margin))} ${rest}`;
  const edge = (corner: string, stroke: string, name: string): string => {
    const strokes = stroke.repeat(Math.max(grid.columns - name.length - 1, 0));
    return colors.dim(
      name.length < grid.columns ? `${corner}${strokes} ${name}` : `${corner}${stroke.repeat(grid.columns)}`,
    );
  };
  const top = bytes === lowerBound ? "size, the least possible" : "size";
  const boundRow = bytes === lowerBound ? -1 : Math.round((lowerBound / bytes) * ROWS);
  const rows = Array.from({ length: ROWS }, (_, i) => ROWS - 1 - i).flatMap((row) => {
    const label =
      row > 0 && row !== boundRow && row % ROWS_PER_LABEL === 0 ? formatCount(Math.round((bytes * row) / ROWS)) : "";
    const cells = line(label, `${colors.dim(label ? "┤" : "│")}${cellsOf(row, grid, buffers, colors)}`);
    const bound = line(formatCount(lowerBound), edge("├", "╌", "lower bound"));
    return row === boundRow - 1 ? [bound, cells] : [cells];
  });
  return [
    line(formatCount(bytes), edge("┌", "─", top)),
    ...rows,
    line("0", colors.dim(`└${"─".repeat(grid.columns)}`)),
    line("step", ` ${colors.dim(stepLabels(range, grid))}`),
    line("peak", ` ${colors.bold(peakMarks(report, range, grid))}`),
  ]
    .map((text) => text.trimEnd())
    .join("\n");
}

function cellsOf(row: number, grid: AsciiGrid, buffers: readonly BufferReport[], colors: Colors): string {
  const { columns, owners } = grid;
  const paints = [colors.cyan, colors.yellow, colors.green, colors.magenta, colors.blue, colors.red];
  const cells = Array.from({ length: columns }, (_, column) => {
    const owner = owners[row * columns + column]!;
    if (owner < 0) return colors.dim("·");
    const isStroke = buffers[owner]!.kind === "scratch" && (row + column) % 2 === 1;
    return paints[owner % paints.length]!(isStroke ? "/" : symbolOf(owner));
  });
  return cells.join("");
}

function stepLabels({ first, count }: TimeRange, { perStep, columns }: AsciiGrid): string {
  const longest = `${first + count - 1}`.length;
  const stride = niceStride((longest + 1) / perStep);
  let labels = "";
  for (let step = Math.ceil(first / stride) * stride; step < first + count; step += stride) {
    const longer = `${labels.padEnd(Math.floor((step - first) * perStep))}${step}`;
    if (longer.length <= columns) labels = longer;
  }
  return labels;
}

function peakMarks({ peak }: PlanReport, { first }: TimeRange, { columns, perStep }: AsciiGrid): string {
  const marks = new Array<string>(columns).fill(" ");
  for (const [from, to] of peak.steps) {
    const end = Math.max(Math.ceil((to + 1 - first) * perStep), Math.floor((from - first) * perStep) + 1);
    marks.fill("^", Math.floor((from - first) * perStep), end);
  }
  return marks.join("").trimEnd();
}
