import type { AnyPack } from "@thimble/core";
import { corpusDigest } from "../corpus/corpus-digest.ts";
import { contradictions } from "../report/contradictions.ts";
import type { PackIdentity, Report } from "../report/report.ts";
import { seededRandom } from "../seeded-random.ts";
import { identify, openPack, type PackSource, resolveSource } from "./pack-source.ts";
import { planTasks } from "./plan.ts";
import { runSuite } from "./run-suite.ts";
import type { SuiteOptions } from "./suite-options.ts";
import { SUITE_VERSION } from "./version.ts";

/** How a report is verified. */
export interface VerifyOptions extends Pick<SuiteOptions, "threads" | "waivers" | "preconditions" | "onProgress"> {
  /** Cases that are run again. Default is 200. */
  readonly sample?: number;
  /** Which ones. Default is by chance. */
  readonly seed?: number;
}

/** What came of it. */
export interface Verification {
  /** What does not hold; nothing where the report does. */
  readonly problems: readonly string[];
  /** Cases that were run again. */
  readonly rerun: number;
  /** Which ones: the seed that chooses them. */
  readonly seed: number;
}

const DEFAULT_SAMPLE = 200;

function compareSuites({ suite }: Report): readonly string[] {
  const corpus = corpusDigest();
  return [
    ...(suite.version === SUITE_VERSION
      ? []
      : [`the report is of version ${suite.version} of the suite, this is ${SUITE_VERSION}`]),
    ...(suite.corpus === corpus ? [] : [`the report is of other cases: ${suite.corpus}, here ${corpus}`]),
  ];
}

/** What of a pack is not what a report is about. */
function compareIdentities(stated: PackIdentity, actual: PackIdentity): readonly string[] {
  const name = ({ id, version }: PackIdentity): string => `${id}@${version}`;
  const files = [...new Set([...Object.keys(stated.files), ...Object.keys(actual.files)])];
  return [
    ...(name(stated) === name(actual) ? [] : [`the report is about ${name(stated)}, the pack is ${name(actual)}`]),
    ...files.flatMap((file) => {
      const [there, here] = [stated.files[file], actual.files[file]];
      if (there === here) return [];
      if (there === undefined) return [`the report does not know the pack's ${file}`];
      return [`${file} is not the one of the report: ${there} there, ${here ?? "missing"} here`];
    }),
  ];
}

function compareKernels({ kernels, summary }: Report, pack: AnyPack, ids: readonly string[]): readonly string[] {
  const stated = new Set(kernels.map(({ kernel }) => kernel));
  const left = pack.kernels.filter(({ name }) => !stated.has(name)).map(({ name }) => name);
  return [
    ...(left.length > 0 ? [`the report says nothing of ${left.join(", ")}`] : []),
    ...(summary.cases < ids.length
      ? [`the report is of ${summary.cases} cases, the suite has ${ids.length} for what it is about`]
      : []),
  ];
}

/** The cases that a report is about. */
function idsOf({ run }: Report, { kernels }: AnyPack): readonly string[] {
  const only = run.only?.split(" ") ?? [];
  const [cases, operators] = [only.filter((word) => word.includes("/")), only.filter((word) => !word.includes("/"))];
  const [index, of] = run.shard?.split("/").map(Number) ?? [];
  const tasks = planTasks(kernels, {
    ...(operators.length > 0 && { operators }),
    ...(cases.length > 0 && { cases }),
    ...(index !== undefined && of !== undefined && { shard: { index, of } }),
    seed: run.seed,
    runs: 0,
    models: [],
  });
  return tasks.flatMap((task) => (task.kind === "cases" ? task.ids : []));
}

/** Some of them, each as likely as any other. */
function choose(ids: readonly string[], count: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  return ids
    .map((id) => ({ id, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ id }) => id);
}

/**
 * Holds a report against what it is about: that it does not contradict itself, that it is of this suite, and with a pack
 * that it is of these bytes and that cases that passed still do.
 *
 * @throws ThimbleError where there is no such pack
 */
export async function verifyReport(
  report: Report,
  source?: PackSource,
  { sample = DEFAULT_SAMPLE, seed = Math.floor(Math.random() * 2 ** 31), ...options }: VerifyOptions = {},
): Promise<Verification> {
  const alone = [...contradictions(report), ...compareSuites(report)];
  if (source === undefined) return { problems: alone, rerun: 0, seed };
  const resolved = resolveSource(source);
  const pack = await openPack(resolved);
  const ids = idsOf(report, pack);
  const problems = [
    ...alone,
    ...compareIdentities(report.pack, await identify(resolved, pack)),
    ...compareKernels(report, pack, ids),
  ];
  const failing = new Set(report.failures.map(({ id }) => id));
  const cases = choose(
    ids.filter((id) => !failing.has(id)),
    sample,
    seed,
  );
  if (cases.length === 0) return { problems, rerun: 0, seed };
  const { failures } = await runSuite({ ...options, pack: source, cases, runs: 0 });
  const changed = failures.map(
    ({ id, checks }) => `${id} failed when it was run again: ${checks.map(({ message }) => message).join("; ")}`,
  );
  return { problems: [...problems, ...changed], rerun: cases.length, seed };
}
