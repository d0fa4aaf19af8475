import { type Markup, markup } from "../markup.ts";
import { type Arrangement, arrange, cellOf } from "./arrangement.ts";

/** Rows and columns of a plane at most: of more, several elements share a cell, and the largest counts. */
const MOST_CELLS = 48;

/** Shades, from the least to the most. */
const SHADES = 5;

/** A plane's cells with the largest value in each. */
interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

function gridsOf({ planes, rows, columns, place }: Arrangement, values: ArrayLike<number>): readonly Grid[] {
  const [high, wide] = [Math.min(rows, MOST_CELLS), Math.min(columns, MOST_CELLS)];
  const grids = Array.from({ length: planes }, () => ({
    rows: high,
    columns: wide,
    values: new Float64Array(high * wide),
  }));
  for (let i = 0; i < values.length; i++) {
    const [plane, row, column] = place(i);
    const cell = Math.floor((row * high) / rows) * wide + Math.floor((column * wide) / columns);
    const { values: cells } = grids[plane]!;
    cells[cell] = Math.max(cells[cell]!, values[i]!);
  }
  return grids;
}

/** The cells of each shade, as one path. */
function shades({ columns, values }: Grid, largest: number): readonly Markup[] {
  const paths = new Array<string>(SHADES).fill("");
  values.forEach((value, i) => {
    if (value === 0) return;
    const shade = Math.min(SHADES - 1, Math.floor((SHADES * value) / largest));
    paths[shade] += `M${i % columns} ${Math.floor(i / columns)}h1v1h-1z`;
  });
  return paths.flatMap((path, i) =>
    path === "" ? [] : [markup`<path class="d" opacity="${((i + 1) / SHADES).toFixed(1)}" d="${path}"/>`],
  );
}

/**
 * A small picture of a tensor: the larger an element's value, the darker its cell. Class `e` is the ground, class `d` the
 * shades.
 *
 * @param values 0 or more, one for each element
 */
export function drawHeatMap(shape: readonly number[], values: ArrayLike<number>): Markup {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  const arrangement = arrange(shape);
  const figures = gridsOf(arrangement, values).map((grid, plane) => {
    const { rows, columns } = grid;
    const cell = Math.max(2, cellOf({ planes: arrangement.planes, rows, columns }) / 2);
    const name = arrangement.nameOf(plane);
    return markup`<figure><svg viewBox="0 0 ${columns} ${rows}" width="${Math.ceil(columns * cell)}" height="${Math.ceil(rows * cell)}" role="img" aria-label="${name || "the tensor"}"><path class="e" d="M0 0h${columns}v${rows}H0z"/>${shades(grid, largest)}</svg>${name !== "" && markup`<figcaption>${name}</figcaption>`}</figure>`;
  });
  return markup`<figure><div class="pics">${figures}</div><figcaption>${arrangement.caption}</figcaption></figure>`;
}
