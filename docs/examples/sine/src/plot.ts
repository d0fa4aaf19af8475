/** A curve of dots over x, and one of what it should be, in `width` × `height` characters. */
export function plot(series: { actual: readonly number[]; expected: readonly number[] }, height = 15): string {
  const width = series.actual.length;
  const rows = Array.from({ length: height }, () => new Array<string>(width).fill(" "));
  const rowOf = (y: number): number => Math.max(0, Math.min(height - 1, Math.round(((1 - y) / 2) * (height - 1))));
  rows[rowOf(0)]!.fill("─");
  series.expected.forEach((y, x) => {
    rows[rowOf(y)]![x] = "·";
  });
  series.actual.forEach((y, x) => {
    rows[rowOf(y)]![x] = "●";
  });
  const label = (row: number): string =>
    row === 0 ? "+1 " : row === rowOf(0) ? " 0 " : row === height - 1 ? "-1 " : "   ";
  return rows.map((row, i) => `${label(i)}${row.join("").trimEnd()}`).join("\n");
}
