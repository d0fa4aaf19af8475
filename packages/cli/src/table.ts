/** One column: numbers belong to the right, which is not the default. Cells longer than `most` lose their middle. */
export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  readonly most?: number;
}

const GAP = "  ";

/** A text without its middle. Long names tend to differ at their ends, so that more of the end is kept. */
export function shorten(cell: string, most: number = Number.POSITIVE_INFINITY): string {
  if (cell.length <= most) return cell;
  const head = Math.floor((most - 1) / 3);
  return `${cell.slice(0, head)}…${cell.slice(cell.length - (most - 1 - head))}`;
}

const pad = (cell: string, width: number, { align }: Column): string =>
  align === "right" ? cell.padStart(width) : cell.padEnd(width);

/** A table as text, a title line first. `decorate` may colour the title line. */
export function formatTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  decorate: (title: string) => string = (title) => title,
): string {
  const cells = rows.map((row) => columns.map(({ most }, i) => shorten(row[i] ?? "", most)));
  const widths = columns.map(({ title }, i) =>
    cells.reduce((width, row) => Math.max(width, row[i]!.length), title.length),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => pad(cell, widths[i]!, columns[i]!))
      .join(GAP)
      .trimEnd();
  return [decorate(line(columns.map(({ title }) => title))), ...cells.map(line)].join("\n");
}
