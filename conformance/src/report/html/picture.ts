import type { Difference } from "../../compare.ts";
import type { Whereabouts } from "../../whereabouts.ts";
import { type Markup, markup } from "../markup.ts";
import { type Arrangement, arrange, cellOf } from "./arrangement.ts";

/** Elements that are drawn one by one. */
const MOST_ELEMENTS = 16_384;

/** The elements that differ, as a path in each plane: neighbours in a row are one rectangle. */
function drawStretches({ place, planes }: Arrangement, { stretches }: Whereabouts): readonly string[] {
  const paths = new Array<string>(planes).fill("");
  const cells: (readonly [plane: number, row: number, column: number])[] = [];
  for (let i = 0; i < stretches.length; i += 2)
    for (let n = 0; n < stretches[i + 1]!; n++) cells.push(place(stretches[i]! + n));
  cells.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const continues = (i: number): boolean =>
    cells[i]?.[0] === cells[i - 1]?.[0] &&
    cells[i]?.[1] === cells[i - 1]?.[1] &&
    cells[i]?.[2] === cells[i - 1]![2] + 1;
  for (let i = 0; i < cells.length; ) {
    const [plane, row, column] = cells[i]!;
    const from = i++;
    while (i < cells.length && continues(i)) i++;
    paths[plane] += `M${column} ${row}h${i - from}v1h${from - i}z`;
  }
  return paths;
}

function drawGrid(rows: number, columns: number): string {
  const lines = [
    ...Array.from({ length: rows - 1 }, (_, i) => `M0 ${i + 1}h${columns}`),
    ...Array.from({ length: columns - 1 }, (_, i) => `M${i + 1} 0v${rows}`),
  ];
  return lines.join("");
}

function drawPlane(arrangement: Arrangement, plane: number, path: string, first: number, cell: number): Markup {
  const { rows, columns, place, nameOf } = arrangement;
  const [at, row, column] = place(first);
  const hasGrid = cell >= 5 && rows * columns > 1 && rows + columns <= 128;
  const ring =
    at === plane &&
    markup`<rect class="o" x="${column + 0.06}" y="${row + 0.06}" width=".88" height=".88" stroke-width="${2 / cell}"/>`;
  const name = nameOf(plane);
  const svg = markup`<svg viewBox="0 0 ${columns} ${rows}" width="${Math.ceil(columns * cell)}" height="${Math.ceil(rows * cell)}" aria-hidden="true"><path class="e" d="M0 0h${columns}v${rows}H0z"/>${path !== "" && markup`<path class="d" d="${path}"/>`}${hasGrid && markup`<path class="g" stroke-width="${1 / cell}" d="${drawGrid(rows, columns)}"/>`}${ring}</svg>`;
  return markup`<figure>${svg}${name !== "" && markup`<figcaption>${name}</figcaption>`}</figure>`;
}

const BAR_HEIGHT = 26;

/** How many elements differ at each index of a dimension. */
function drawAlong(counts: readonly number[], extent: number, dimension: number): Markup {
  const most = Math.max(...counts);
  const width = Math.min(10, Math.max(3, Math.floor(240 / counts.length)));
  const bars = counts
    .map((count, i) => {
      const height = count === 0 ? 0 : Math.max(2, (BAR_HEIGHT * count) / most);
      return height === 0 ? "" : `M${i * width} ${BAR_HEIGHT}v${-Math.round(height)}h${width - 1}V${BAR_HEIGHT}z`;
    })
    .join("");
  const svg = markup`<svg width="${counts.length * width}" height="${BAR_HEIGHT + 1}" aria-hidden="true"><path class="e" d="M0 0h${counts.length * width}v${BAR_HEIGHT + 1}H0z"/><path class="d" d="${bars}"/></svg>`;
  return markup`<figure>${svg}<figcaption>dimension ${dimension} (${extent})</figcaption></figure>`;
}

/** In words, what a picture shows of a dimension: `only at index 7, the last, of dimension 2`. */
function describeAlong(counts: readonly number[], extent: number, dimension: number): string | undefined {
  const hit = counts.flatMap((count, i) => (count > 0 ? [i] : []));
  if (extent !== counts.length || hit.length > 3 || hit.length === extent) return undefined;
  const last = hit.length === 1 && hit[0] === extent - 1 ? ", the last," : "";
  return `only at index ${hit.join(", ")}${last} of dimension ${dimension}, which is ${extent} long`;
}

/** A picture of where in its tensor the elements lie that differ, and what it shows in words. */
export function drawDifference({ shape, where, position, count, size }: Difference): Markup | undefined {
  if (!where || where.stretches.length === 0) return undefined;
  const arrangement = arrange(shape);
  const first = where.stretches[0]!;
  const isDrawn = size <= MOST_ELEMENTS && arrangement.rows > 0;
  const cell = cellOf(arrangement);
  const paths = isDrawn ? drawStretches(arrangement, where) : [];
  const long = shape.flatMap((extent, i) => (extent > 1 ? [{ extent, i, counts: where.along[i]! }] : []));
  const words = long.flatMap(({ extent, i, counts }) => describeAlong(counts, extent, i) ?? []);
  const share = count === size ? "all" : `${count} of ${size}`;
  return markup`<figure><figcaption>Where they lie: ${share} elements of [${shape.join(", ")}], the first at [${position.join(", ")}]${words.length > 0 && `; ${words.join("; ")}`}.${isDrawn && ` Below: ${arrangement.caption}${where.isCut ? `, of them the first ${where.stretches.length / 2} stretches` : ""}.`}</figcaption>
${isDrawn && markup`<div class="pics">${paths.map((path, plane) => drawPlane(arrangement, plane, path, first, cell))}</div>`}
${long.length > 1 && markup`<div class="pics">${long.map(({ extent, i, counts }) => drawAlong(counts, extent, i))}</div>`}</figure>`;
}
