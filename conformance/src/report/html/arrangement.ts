/** Planes that are drawn side by side at most. */
const MOST_PLANES = 24;

/** Pixels. */
const PLANES_WIDTH = 640;
const LARGEST_CELL = 14;

/** How elements lie in a picture: planes of rows of columns. */
export interface Arrangement {
  readonly planes: number;
  readonly rows: number;
  readonly columns: number;
  /** Where an element in memory's order lies. */
  place(element: number): readonly [plane: number, row: number, column: number];
  /** What is said of a plane, and of all. */
  nameOf(plane: number): string;
  readonly caption: string;
}

const product = (extents: readonly number[]): number => extents.reduce((all, extent) => all * extent, 1);

const LONGEST_ROW = 64;

/** A tensor of one dimension, folded. */
const folded = (size: number): Arrangement => {
  const columns = Math.min(size, LONGEST_ROW);
  return {
    planes: 1,
    rows: Math.ceil(size / columns),
    columns,
    place: (element) => [0, Math.floor(element / columns), element % columns],
    nameOf: () => "",
    caption: size > columns ? `the elements in rows of ${columns}` : "the elements in a row",
  };
};

/** A row for each index of all dimensions but the last. */
const flat = (rows: number, columns: number): Arrangement => ({
  planes: 1,
  rows,
  columns,
  place: (element) => [0, Math.floor(element / columns), element % columns],
  nameOf: () => "",
  caption: "the last dimension to the right, all others downwards",
});

/** A plane of height and width for each channel of each picture. */
const planes = (outer: number, rows: number, columns: number, channels: number): Arrangement => ({
  planes: outer * channels,
  rows,
  columns,
  place(element) {
    const pixel = Math.floor(element / channels);
    const picture = Math.floor(pixel / (rows * columns));
    return [picture * channels + (element % channels), Math.floor(pixel / columns) % rows, pixel % columns];
  },
  nameOf: (plane) => (outer > 1 ? `${Math.floor(plane / channels)}, channel ${plane % channels}` : `channel ${plane}`),
  caption: "a plane for each index of the last dimension, height downwards, width to the right",
});

/** How a tensor of some shape is drawn. */
export function arrange(shape: readonly number[]): Arrangement {
  const extents = shape.filter((extent) => extent > 1);
  if (extents.length <= 1) return folded(extents[0] ?? 1);
  const last = extents.at(-1)!;
  if (extents.length === 2) return flat(extents[0]!, last);
  const outer = product(extents.slice(0, -3));
  if (outer * last <= MOST_PLANES) return planes(outer, extents.at(-3)!, extents.at(-2)!, last);
  return flat(product(extents.slice(0, -1)), last);
}

/** As many pixels an element as let the planes stand side by side, within reason. */
export const cellOf = ({ planes, columns, rows }: Pick<Arrangement, "planes" | "columns" | "rows">): number => {
  const widest = PLANES_WIDTH / (columns * Math.min(planes, 8));
  return Math.min(LARGEST_CELL, Math.max(Math.min(widest, 480 / rows), 1.5));
};
