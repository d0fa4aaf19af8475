import { formatDifference } from "../../compare.ts";
import { type Markup, markup } from "../markup.ts";
import type { ModelReport, Report, WaiverReport } from "../report.ts";
import { drawDifference } from "./picture.ts";

const OUTCOMES: Readonly<Record<WaiverReport["outcome"], string>> = {
  failed: "fails, as it says",
  unneeded: "✗ not needed: the case passes",
  "not-run": "not run",
};

/** An issue as a link, where it is a URL that a page may lead to. */
const issueLink = (issue: string): Markup =>
  /^https?:\/\//.test(issue) ? markup`<a href="${issue}" rel="noreferrer">${issue}</a>` : markup`${issue}`;

/** Cases that are known to fail, and why. */
export const waivers = ({ waivers }: Report): Markup => markup`<section><h2 id="waivers">Waivers</h2>
${
  waivers.length === 0
    ? markup`<p>None: no case is excused.</p>`
    : markup`<div class="scroll" tabindex="0" role="region" aria-labelledby="waivers"><table><thead><tr><th scope="col">case<th scope="col">outcome<th scope="col">reason<th scope="col">issue</thead><tbody>${waivers.map(
        (waiver) =>
          markup`<tr><th scope="row"><code>${waiver.case}</code><td class="${waiver.outcome === "unneeded" ? "no" : "w"}">${OUTCOMES[waiver.outcome]}<td>${waiver.reason}<td>${issueLink(waiver.issue)}`,
      )}</tbody></table></div>`
}</section>`;

function found({ status, message, location, kernel, difference }: ModelReport): Markup {
  if (status === "same") return markup`<td class="p">✓ the same in every layer<td>`;
  const where = kernel === undefined ? "" : `${kernel} at ${location}: `;
  return markup`<td class="no">✗ ${status}<td>${where}${message ?? (difference && formatDifference(difference))}${difference && drawDifference(difference)}`;
}

/** Whole models, layer by layer. */
export const models = ({ models }: Report): Markup | false =>
  models.length > 0 &&
  markup`<section><h2 id="models">Whole models</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="models"><table><thead><tr><th scope="col">model<th scope="col" class="n">nodes on the pack<th scope="col">layer by layer<th scope="col">first difference</thead><tbody>${models.map(
    (model) => markup`<tr><th scope="row">${model.model}<td class="n">${model.nodes}${found(model)}`,
  )}</tbody></table></div></section>`;
