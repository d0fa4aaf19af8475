import { type Markup, markup } from "@thimble/conformance/markup";
import { formatCount } from "../../format.ts";
import type { PlanReport } from "../plan-report.ts";
import { niceStride } from "../time-range.ts";
import { type Layout, rounded } from "./layout.ts";

/** Pixels that a step's number takes with what keeps it apart from the next. */
const STEP_LABEL = 22;

/** Lines across for addresses, numbers below for steps. */
export const axes = (report: PlanReport, layout: Layout): Markup =>
  markup`${addresses(report, layout)}${steps(layout)}`;

function addresses({ bytes }: PlanReport, layout: Layout): Markup[] {
  const stride = 2 ** Math.max(Math.ceil(Math.log2(Math.max(bytes, 16) / 8)), 4);
  const marks = Array.from({ length: Math.floor(bytes / stride) + 1 }, (_, i) => i * stride);
  return marks.map((address) => {
    const y = layout.y(address);
    return markup`<line class="grid" x1="${layout.left}" x2="${layout.right}" y1="${y}" y2="${y}"/><text class="mark end" x="${layout.left - 8}" y="${y + 4}">${formatCount(address)}</text>\n`;
  });
}

function steps({ range: { first, count }, perStep, bottom, left, x }: Layout): Markup {
  const stride = niceStride(STEP_LABEL / perStep);
  const begin = Math.ceil(first / stride) * stride;
  const marks = Array.from(
    { length: Math.max(Math.ceil((first + count - begin) / stride), 0) },
    (_, i) => begin + i * stride,
  );
  const labels = marks.map(
    (step) => markup`<text class="mark" x="${rounded(x(step) + perStep / 2)}" y="${bottom + 18}">${step}</text>\n`,
  );
  return markup`<text class="mark end" x="${left - 8}" y="${bottom + 18}">step</text>\n${labels}`;
}
