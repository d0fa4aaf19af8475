import { basename } from "node:path";
import { Markup, markup } from "@thimble/conformance/markup";
import { formatBytes } from "../../format.ts";
import type { PlanReport } from "../plan-report.ts";
import { axes } from "./axes.ts";
import { boxes } from "./boxes.ts";
import { labels } from "./labels.ts";
import { layoutOf } from "./layout.ts";
import { peakBands, peakEdges, peakLabel, sizeLines } from "./marks.ts";
import { style } from "./style.ts";

const HATCH = markup`<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="7" height="7"/><line class="hatch-line" x1="0" x2="0" y1="0" y2="7"/></pattern></defs>`;

/** A plan as a picture of its own, which loads nothing: time goes across, addresses go up. */
export const planSvg = (report: PlanReport): string => planPicture(report).text;

/** The same as a part of a page. */
export function planPicture(report: PlanReport): Markup {
  const layout = layoutOf(report);
  const { width, height, left } = layout;
  const title = `${basename(report.model)}: ${formatBytes(report.bytes)} by ${report.planner}`;
  return markup`<svg class="plan" xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}">
<style>${new Markup(style)}</style>
${HATCH}
<rect class="ground" width="${width}" height="${height}"/>
<text class="title" x="${left}" y="22">${title}</text>
${axes(report, layout)}${peakBands(report, layout)}${boxes(report, layout)}${peakEdges(report, layout)}${labels(report, layout)}${sizeLines(report, layout)}${peakLabel(report, layout)}</svg>
`;
}
