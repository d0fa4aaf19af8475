import { type Markup, markup } from "@thimble/conformance/markup";
import { formatBytes, formatCount } from "../../format.ts";
import type { BufferReport, PlanReport } from "../plan-report.ts";
import { numberOf } from "./labels.ts";
import { boxOf, type Layout } from "./layout.ts";
import { HUES } from "./style.ts";

/** A box for each buffer: across the steps of its use, up its addresses. */
export const boxes = ({ buffers }: PlanReport, layout: Layout): Markup[] =>
  buffers.map((buffer, i) => {
    const { x, y, width, height } = boxOf(buffer, layout);
    const fill = buffer.kind === "scratch" ? "hatched" : `c${i % HUES.length}`;
    return markup`<rect class="box ${fill}" x="${x}" y="${y}" width="${width}" height="${height}"><title>${numberOf(i)} ${tooltip(buffer)}</title></rect>\n`;
  });

/** Everything about a buffer, for a pointer that rests on its box. */
function tooltip({ name, bytes, offset, firstUse, lastUse, isFixed }: BufferReport): string {
  const place = `${formatCount(offset)} to ${formatCount(offset + bytes)}`;
  const steps = firstUse === lastUse ? `at step ${firstUse}` : `in use at steps ${firstUse} to ${lastUse}`;
  const origin = isFixed ? ", as the model's plan says" : "";
  return `${name}\n${formatBytes(bytes)} from ${place}${origin}\n${steps}`;
}
