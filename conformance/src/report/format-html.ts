import { coverage, speeds } from "./html/coverage.ts";
import { failures } from "./html/failures.ts";
import { head } from "./html/head.ts";
import { checkList, matrix } from "./html/matrix.ts";
import { models, waivers } from "./html/others.ts";
import { script } from "./html/script.ts";
import { style } from "./html/style.ts";
import { targets } from "./html/targets.ts";
import { Markup, markup } from "./markup.ts";
import type { Report } from "./report.ts";

/** Nothing is loaded, and nothing can be. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

const SECTIONS = [
  ["failures", "Failures"],
  ["kernels", "Kernels and checks"],
  ["coverage", "Coverage"],
  ["speed", "Speed"],
  ["waivers", "Waivers"],
  ["models", "Whole models"],
  ["targets", "Emulated cores"],
  ["says", "What the checks say"],
] as const;

const FILTER = markup`<div class="find" id="find" role="search" hidden><label>Find <input type="search" id="filter" placeholder="conv_2d int8"></label><label><input type="checkbox" id="only"> only failed</label><output id="told" for="filter only"></output></div>`;

/** A report as a page of its own, for people: one file, which loads nothing. */
export function formatHtml(report: Report): string {
  const sections = [
    FILTER,
    failures(report),
    matrix(report),
    coverage(report),
    speeds(report),
    waivers(report),
    models(report),
    targets(report),
    checkList(report),
  ];
  const body = markup`${sections}`;
  const links = SECTIONS.filter(([id]) => body.text.includes(`<h2 id="${id}"`));
  const { pack, verdict } = report;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${verdict === "passed" ? "✓" : "✗"} ${pack.id} ${pack.version}: conformance</title><style>${new Markup(style)}</style></head>
<body>${head(report)}
<main><nav aria-label="Sections">${links.map(([id, name]) => markup`<a href="#${id}">${name}</a>`)}</nav>
${body}</main>
<script>${new Markup(script)}</script></body></html>
`.text;
}
