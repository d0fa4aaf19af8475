import { type Markup, markup } from "../markup.ts";
import { formatCount, formatShort } from "../numbers.ts";
import type { Report } from "../report.ts";

const tile = (value: string, name: string): Markup => markup`<li><b>${value}</b><span>${name}</span></li>`;

const term = (name: string, value: Markup | string): Markup => markup`<dt>${name}</dt><dd>${value}</dd>`;

const digest = (sha: string): Markup => markup`<code>${sha}</code>`;

function verdict({ verdict, failures, problems, waivers }: Report): Markup {
  if (verdict === "failed") {
    const problem = failures.length === 0 && problems.length > 0;
    return markup`<p class="verdict bad">✗ ${problem ? "Not proven" : "Does not conform"}</p>`;
  }
  const waived = waivers.filter(({ outcome }) => outcome === "failed").length;
  return markup`<p class="verdict good">✓ Conforms${waived > 0 && `, with ${waived} waived`}</p>`;
}

/** The largest difference of kernels that have to give every bit, or of those that may be a tolerance off. */
const largest = ({ kernels }: Report, isExact: boolean): string => {
  const differences = kernels
    .filter(({ exactness }) => (exactness === "exact") === isExact)
    .map(({ largestDifference }) => largestDifference);
  return differences.length === 0 ? "–" : formatShort(Math.max(...differences));
};

function tiles(report: Report): Markup {
  const { summary, kernels, failures } = report;
  const counts: [count: number, name: string, isAlways?: boolean][] = [
    [kernels.length, "kernels", true],
    [summary.cases, "cases", true],
    [summary.passed, "passed", true],
    [failures.length, "failures", true],
    [summary.waived, "waived", true],
    [summary.declined, "declined as declared"],
    [summary.unclaimed, "of types not claimed"],
    [summary.randomModels, "random models"],
    [summary.models, "whole models"],
  ];
  const shown = counts.filter(([count, , isAlways]) => count > 0 || isAlways);
  return markup`<ul class="tiles">${shown.map(([count, name]) => tile(formatCount(count), name))}${tile(largest(report, true), "largest difference, exact")}${tile(largest(report, false), "largest difference, floats")}</ul>`;
}

function identity({ pack, suite, reference, engine, run, version }: Report): Markup {
  const files = Object.entries(pack.files).map(([file, sha]) => term(file, markup`SHA-256 ${digest(sha)}`));
  const features = engine.features.length > 0 ? ` with ${engine.features.join(", ")}` : "";
  const only = run.only === undefined ? "" : `, narrowed to ${run.only}`;
  const shard = run.shard === undefined ? "" : `, shard ${run.shard}`;
  return markup`<dl>
${term("pack", `${pack.id} ${pack.version}`)}
${files}
${pack.tarball !== undefined && term("tarball", markup`SHA-256 ${digest(pack.tarball)}`)}
${pack.emulates !== undefined && term("emulated intrinsics", pack.emulates.join(", "))}
${pack.abi !== undefined && term("kernel contract", `version ${pack.abi}`)}
${term("suite", markup`@thimble/conformance ${suite.version}, report version ${version}`)}
${term("cases", markup`SHA-256 ${digest(suite.corpus)}`)}
${term("reference", `${reference.id} ${reference.version}, ${reference.rounding} rounding`)}
${term("engine", `${engine.name} ${engine.version}, ${engine.target} on ${engine.platform}${features}`)}
${term("run", `seed ${run.seed}, ${formatCount(run.runs)} random models a generator, ${run.seconds} s${only}${shard}`)}
</dl>`;
}

/** What the page is about, what came of it, and of what exactly. */
export const head = (report: Report): Markup => markup`<header>
<h1>${report.pack.id} ${report.pack.version}</h1>
${verdict(report)}
${tiles(report)}
<details open><summary>What ran</summary><div>${identity(report)}</div></details>
</header>`;
