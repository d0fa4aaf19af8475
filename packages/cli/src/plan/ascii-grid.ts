import type { BufferReport } from "./plan-report.ts";
import type { TimeRange } from "./time-range.ts";

/** A plan in cells: columns are steps, or parts or groups of them; row 0 holds the lowest addresses. */
export interface AsciiGrid {
  readonly columns: number;
  readonly rows: number;
  /** For each cell, row by row, the buffer that takes most of it; −1 where nothing is. */
  readonly owners: Int32Array;
  /** From the first column of a step to that of the next one. */
  readonly perStep: number;
}

/** More makes steps of a small model no clearer. */
const MOST_COLUMNS_PER_STEP = 10;

/** Draws buffers into at most so many columns. */
export function asciiGrid(
  buffers: readonly BufferReport[],
  size: number,
  { first, count }: TimeRange,
  most: number,
  rows: number,
): AsciiGrid {
  const perStep = count <= most ? Math.min(Math.floor(most / count), MOST_COLUMNS_PER_STEP) : most / count;
  const columns = Math.min(Math.round(count * perStep), most);
  const perRow = size / rows;
  const owners = new Int32Array(columns * rows).fill(-1);
  const shares = new Float64Array(columns * rows);
  for (const [i, { firstUse, lastUse, offset, bytes }] of buffers.entries()) {
    const across = spans((firstUse - first) * perStep, (lastUse + 1 - first) * perStep, columns);
    const up = spans(offset / perRow, (offset + bytes) / perRow, rows);
    for (const [row, height] of up)
      for (const [column, width] of across) {
        const cell = row * columns + column;
        if (width * height <= shares[cell]!) continue;
        shares[cell] = width * height;
        owners[cell] = i;
      }
  }
  return { columns, rows, owners, perStep };
}

/** The cells of one axis that a stretch touches, and how much of each it takes. */
function spans(from: number, to: number, cells: number): [number, number][] {
  const result: [number, number][] = [];
  for (let cell = Math.floor(from); cell < Math.min(to, cells); cell++)
    result.push([cell, Math.min(to, cell + 1) - Math.max(from, cell)]);
  return result;
}
