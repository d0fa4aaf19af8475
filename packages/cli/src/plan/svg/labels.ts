import { type Markup, markup } from "@thimble/conformance/markup";
import { formatCount } from "../../format.ts";
import { shorten } from "../../table.ts";
import type { BufferReport, PlanReport } from "../plan-report.ts";
import { type Box, boxOf, type Layout, rounded } from "./layout.ts";

const CHARACTER = 6.7;
const LINE = 14;
const PADDING = 5;

/** A name that has to be shorter says less than its number. */
const LEAST_NAME = 12;

/** What stands for a buffer where its name does not fit. */
export const numberOf = (index: number): string => `#${index + 1}`;

/** What the boxes are, where it fits: names across, or else upright, or else numbers; sizes below. */
export function labels({ buffers }: PlanReport, layout: Layout): (Markup | undefined)[] {
  const begun = new Map<number, BufferReport[]>();
  for (const buffer of buffers) {
    const together = begun.get(buffer.firstUse) ?? [];
    begun.set(buffer.firstUse, together);
    together.push(buffer);
  }
  return buffers.map((buffer, i) => {
    const isCovered = begun.get(buffer.lastUse)?.some((other) => other !== buffer && sharesBytes(buffer, other));
    const shown = isCovered ? { ...buffer, lastUse: buffer.lastUse - 1 } : buffer;
    return labelOf(buffer, i, boxOf(shown, layout));
  });
}

/** Whether two buffers that meet at a step share bytes there, as an output with an input. */
const sharesBytes = (a: BufferReport, b: BufferReport): boolean =>
  a.offset < b.offset + b.bytes && b.offset < a.offset + a.bytes;

function labelOf({ name, kind, bytes }: BufferReport, index: number, box: Box): Markup | undefined {
  const least = Math.min(name.length, LEAST_NAME);
  const across = room(box.width, box.height);
  const upright = room(box.height, box.width);
  const size = formatCount(bytes);
  if (fits(across, least)) return text(kind, [shorten(name, across.characters), size], across, box);
  if (fits(upright, least)) return text(kind, [shorten(name, upright.characters), size], upright, box, -90);
  const number = numberOf(index);
  return fits(across, number.length) ? text(kind, [number, size], across, box) : undefined;
}

interface Room {
  readonly characters: number;
  readonly lines: number;
}

const room = (along: number, across: number): Room => ({
  characters: Math.floor((along - 2 * PADDING) / CHARACTER),
  lines: Math.floor((across - 2) / LINE),
});

const fits = ({ characters, lines }: Room, needed: number): boolean => lines > 0 && characters >= needed;

function text(kind: string, wanted: readonly string[], { characters, lines }: Room, box: Box, turn = 0): Markup {
  const shown = wanted.filter((line, i) => i < lines && line.length <= characters);
  const [x, y] = [rounded(box.x + box.width / 2), rounded(box.y + box.height / 2)];
  const first = y - ((shown.length - 1) * LINE) / 2 + 4;
  const spans = shown.map((line, i) => markup`<tspan x="${x}" y="${rounded(first + i * LINE)}">${line}</tspan>`);
  return markup`<text class="name ${kind}"${turn !== 0 && markup` transform="rotate(${turn} ${x} ${y})"`}>${spans}</text>\n`;
}
