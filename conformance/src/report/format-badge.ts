import { markup } from "./markup.ts";
import { formatCount, formatNumberOf } from "./numbers.ts";
import type { Report } from "./report.ts";

const LABEL = "conformance";
const COLORS = { passed: "#2c7a3f", failed: "#b3261e" } as const;
const PADDING = 12;

/** Widths of letters in Verdana of 11 pixels: those that are far from the usual 7. */
const WIDTHS: Readonly<Record<string, number>> = {
  " ": 4,
  ",": 4,
  ".": 4,
  i: 3,
  l: 3,
  f: 4,
  t: 4.5,
  r: 5,
  s: 6,
  m: 10.5,
};

const widthOf = (text: string): number =>
  PADDING + Math.ceil([...text].reduce((sum, letter) => sum + (WIDTHS[letter] ?? 7), 0));

const messageOf = ({ summary, failures, verdict }: Report): string => {
  const failed = `${formatCount(failures.length)} failed`;
  return `${formatNumberOf(summary.cases, "case")}, ${verdict === "failed" && failures.length === 0 ? "failed" : failed}`;
};

/** A badge that says how many cases ran, and how many failed, as SVG. */
export function formatBadge(report: Report): string {
  const message = messageOf(report);
  const [left, right] = [widthOf(LABEL), widthOf(message)];
  const width = left + right;
  const title = `${LABEL}: ${message}`;
  const text = (content: string, from: number, length: number) =>
    markup`<text x="${from + length / 2}" y="14" textLength="${length - PADDING}">${content}</text>`;
  return `${
    markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#444"/><rect x="${left}" width="${right}" height="20" fill="${COLORS[report.verdict]}"/></g>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(LABEL, 0, left)}${text(message, left, right)}</g>
</svg>`.text
  }\n`;
}
