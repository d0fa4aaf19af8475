import { basename } from "node:path";
import { drawHeatMap } from "@thimble/conformance/heat-map";
import { Markup, markup } from "@thimble/conformance/markup";
import { formatReal, formatShape, NOTHING } from "../../format.ts";
import { htmlPage } from "../../page.ts";
import { shorten } from "../../table.ts";
import type { Layer } from "../diff-model.ts";
import type { DiffReport } from "../diff-report.ts";
import { conclusion, formatDifference, unitOf } from "../format-diff.ts";

const style = `
.e{fill:var(--box)}
.d{fill:#d1342f}
.pics{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end}
figure{margin:0 0 6px}
figcaption{color:var(--dim);font-size:12px}
.pair{display:flex;flex-wrap:wrap;gap:4px 40px}
h3{font-size:14px;margin:6px 0}
.beyond{color:#d1342f;font-weight:600}
details{border:1px solid var(--line);border-radius:8px;margin:6px 0;padding:0 12px}
summary{cursor:pointer;padding:6px 0;overflow-wrap:anywhere}
`;

/** Layers that are drawn: what differs first says most. */
const MOST_DRAWN = 40;

/** A comparison as a page of its own, which loads nothing and runs nothing. */
export function diffHtml(report: DiffReport, layers: readonly Layer[]): string {
  const name = basename(report.model);
  const body = markup`<h1>${name}, layer by layer</h1>
<dl><dt>A</dt><dd>${report.a.join(", ")}</dd><dt>B</dt><dd>${report.b.join(", ")}</dd><dt>inputs</dt><dd>${report.inputs.count}: ${report.inputs.from}</dd></dl>
<p>${conclusion(report)}.</p>
<h2>Layers</h2>
<p>“In the whole”: both sides run the model on the same input, and differences grow from layer to layer. “By itself”: B's kernel gets the inputs that A has there. Integers in units of the last place.</p>
<div class="scroll">${layerTable(report)}</div>
${pictures(layers)}`;
  return htmlPage(`${name}: layer by layer`, body, style);
}

function layerTable({ layers }: DiffReport): Markup {
  const rows = layers.map(
    (layer) =>
      markup`<tr><td class="n">${layer.node}</td><td class="kind">${layer.operator}</td><td>${layer.type} ${formatShape(layer.shape)}</td><td>${layer.a}</td><td>${layer.b}</td><td class="n">${formatDifference(layer.whole)}</td><td class="n">${layer.whole.mean === 0 ? NOTHING : formatReal(layer.whole.mean)}</td><td class="n${layer.isBeyond && " beyond"}">${formatDifference(layer.own)}${layer.isBeyond && " ✗"}</td></tr>\n`,
  );
  return markup`<table><thead><tr><th class="n">node</th><th>operator</th><th>output</th><th>A</th><th>B</th><th class="n">in the whole</th><th class="n">mean</th><th class="n">by itself</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function pictures(layers: readonly Layer[]): Markup | false {
  const differing = layers.filter(({ report }) => report.whole.differing > 0 || report.own.differing > 0);
  if (differing.length === 0) return false;
  const drawn = differing.slice(0, MOST_DRAWN);
  const rest = differing.length - drawn.length;
  return markup`<h2>Where they differ</h2>
<p>The largest difference of each element, the darker the larger.</p>
${drawn.map((layer, i) => picture(layer, i < 4))}
${rest > 0 && markup`<p>${rest} more layers differ.</p>`}`;
}

function picture({ report, whole, own }: Layer, isOpen: boolean): Markup {
  const half = (title: string, difference: typeof report.whole, values: Float64Array): Markup | false =>
    difference.differing > 0 &&
    markup`<div><h3>${title}: ${formatDifference(difference)}${unitOf(report)}, the largest at ${formatShape(difference.position ?? [])}</h3>${drawHeatMap(report.shape, values)}</div>`;
  return markup`<details${isOpen && new Markup(" open")}><summary>node ${report.node} ${report.operator} ${formatShape(report.shape)} ${shorten(report.name, 80)}</summary><div class="pair">
${half("in the whole", report.whole, whole)}
${half("by itself", report.own, own)}</div></details>`;
}
