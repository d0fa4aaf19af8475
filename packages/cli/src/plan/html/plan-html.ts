import { basename } from "node:path";
import { type Markup, markup } from "@thimble/conformance/markup";
import { formatBytes, formatCount } from "../../format.ts";
import { htmlPage } from "../../page.ts";
import { formatPeak } from "../format-plan-report.ts";
import type { PlanReport } from "../plan-report.ts";
import { formatCertificate } from "../plan-tables.ts";
import { numberOf } from "../svg/labels.ts";
import { planPicture } from "../svg/plan-svg.ts";

/** A plan as a page of its own: one file, which loads nothing and runs nothing. */
export function planHtml(report: PlanReport): string {
  const name = basename(report.model);
  const body = markup`<h1>${name}</h1>
${facts(report)}
<div class="scroll">${planPicture(report)}</div>
<p>Time goes across: step 0 is before the first node, each node is a step. Addresses go up. Hatched boxes are scratch. Point at a box for its name and size; numbers are those of the table.</p>
<h2>Planners</h2>
${planners(report)}
<h2>Buffers</h2>
<div class="scroll">${buffers(report)}</div>`;
  return htmlPage(`${name}: memory plan`, body);
}

function facts({ bytes, planner, lowerBound, certificate, peak, arena, packs }: PlanReport): Markup {
  const rows = [
    ["planned", `${formatBytes(bytes)} by ${planner}, ${formatCertificate(certificate)}`],
    ["least", `${formatBytes(lowerBound)} in any plan`],
    ["peak", formatPeak(peak)],
    [
      "arena",
      `${formatBytes(arena.usedBytes)} on a 32-bit target: ${formatBytes(arena.persistentBytes)} persistent, ${formatBytes(arena.nonPersistentBytes)} planned, of those ${formatBytes(arena.scratchBytes)} scratch`,
    ],
    ["packs", packs.join(", ")],
  ] as const;
  return markup`<dl>${rows.map(([term, text]) => markup`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}

function planners({ planner, planners }: PlanReport): Markup {
  const rows = planners.map(
    ({ planner: name, bytes, certificate }) =>
      markup`<tr${name === planner && markup` class="chosen"`}><td>${name}</td><td class="n">${formatCount(bytes)}</td><td>${formatCertificate(certificate)}</td></tr>\n`,
  );
  return markup`<div class="scroll"><table><thead><tr><th>planner</th><th class="n">bytes</th><th>certificate</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

function buffers({ buffers }: PlanReport): Markup {
  const rows = buffers.map(
    ({ name, kind, bytes, firstUse, lastUse, offset, isFixed }, i) =>
      markup`<tr><td class="n">${numberOf(i)}</td><td class="name">${name}</td><td class="kind">${kind}${isFixed && " (model's plan)"}</td><td class="n">${formatCount(bytes)}</td><td class="n">${firstUse}</td><td class="n">${lastUse}</td><td class="n">${formatCount(offset)}</td></tr>\n`,
  );
  const titles = ["bytes", "first use", "last use", "offset"].map((title) => markup`<th class="n">${title}</th>`);
  return markup`<table><thead><tr><th class="number"></th><th>name</th><th>kind</th>${titles}</tr></thead><tbody>${rows}</tbody></table>`;
}
