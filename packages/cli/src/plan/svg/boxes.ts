import { type Markup, markup } from "@thimble/conformance/suite";
import { formatBytes, formatCount } from "../../format.ts";
import { shorten } from "../../table.ts";
import type { BufferReport, PlanReport } from "../plan-report.ts";
import { type Layout, rounded } from "./layout.ts";

/** How many colours boxes take turns with. */
export const COLOURS = 8;

const CHARACTER = 6.7;
const LINE = 14;
const PADDING = 5;
const LEAST_CHARACTERS = 4;

/** A box for each buffer: across the steps of its use, up its addresses. */
export const boxes = ({ buffers }: PlanReport, layout: Layout): Markup[] =>
  buffers.map((buffer, i) => {
    const [x, y] = [layout.x(buffer.firstUse), layout.y(buffer.offset + buffer.bytes)];
    const width = rounded(layout.x(buffer.lastUse + 1) - x);
    const height = rounded(layout.y(buffer.offset) - y);
    const colour = buffer.kind === "scratch" ? "scratch" : `c${i % COLOURS}`;
    return markup`<g><title>${tooltip(buffer)}</title><rect class="box ${colour}" x="${x}" y="${y}" width="${width}" height="${height}"/>${label(buffer, { x, y, width, height })}</g>\n`;
  });

/** Everything about a buffer, for a pointer that rests on its box. */
function tooltip({ name, kind, bytes, offset, firstUse, lastUse, isFixed }: BufferReport): string {
  const place = `${formatCount(offset)} to ${formatCount(offset + bytes)}`;
  const steps = firstUse === lastUse ? `at step ${firstUse}` : `in use at steps ${firstUse} to ${lastUse}`;
  const origin = isFixed ? ", as the model's plan says" : "";
  return `${name || kind}\n${formatBytes(bytes)} from ${place}${origin}\n${steps}`;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The name along the longer side, and the size below it, as far as they fit. */
function label({ name, kind, bytes }: BufferReport, box: Box): Markup | undefined {
  const isUpright = box.height > box.width && box.width < 90;
  const [along, across] = isUpright ? [box.height, box.width] : [box.width, box.height];
  const most = Math.floor((along - 2 * PADDING) / CHARACTER);
  const count = Math.floor((across - 2) / LINE);
  if (most < LEAST_CHARACTERS || count < 1) return undefined;
  const size = formatCount(bytes);
  const lines = [shorten(name || kind, most), ...(count > 1 && size.length <= most ? [size] : [])];
  const [middleX, middleY] = [rounded(box.x + box.width / 2), rounded(box.y + box.height / 2)];
  const turn = isUpright ? markup` transform="rotate(-90 ${middleX} ${middleY})"` : undefined;
  const first = middleY - ((lines.length - 1) * LINE) / 2 + 4;
  return markup`<text class="name"${turn}>${lines.map(
    (line, i) => markup`<tspan x="${middleX}" y="${rounded(first + i * LINE)}">${line}</tspan>`,
  )}</text>`;
}
