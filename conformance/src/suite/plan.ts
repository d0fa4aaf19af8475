import { type KernelDescription, ThimbleError } from "@thimble/core";
import { caseWords, readCaseIds } from "../corpus/case-files.ts";
import { fits, isRandom, randomName, wordOf } from "../corpus/ids.ts";
import { generators } from "../generate/generators.ts";
import type { Task } from "./task.ts";

/** What a run is narrowed to, and how much of it is done. */
export interface Scope {
  /** Operators, by their words: `conv_2d`. */
  readonly operators?: readonly string[] | undefined;
  /** Ids of cases and of random models, `random/conv_2d/s8/1`; `*` stands for any part. */
  readonly cases?: readonly string[] | undefined;
  readonly seed: number;
  readonly runs: number;
  /** One of `of` equal parts, counted from 1. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  readonly models: readonly string[];
}

/** Whether a run is of all cases: only then it shows what no case did. */
export const isWhole = ({ operators, cases, shard }: Scope): boolean => !operators && !cases && !shard;

/** Cases that a worker takes at a time: few enough for all workers to end together. */
const CHUNK = 40;

const unknown = (what: string, name: string, known: string): ThimbleError =>
  new ThimbleError("OPTION_INVALID", `there is no ${what} "${name}"; ${known}`);

/**
 * The ids of the cases that are asked for, by operator: of some operators' words, or of all. Throws `OPTION_INVALID` for an
 * operator or case that is asked for and is not there.
 */
export function caseIds(
  { operators, cases }: Pick<Scope, "operators" | "cases">,
  concerned?: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const words = caseWords();
  for (const word of operators ?? [])
    if (!words.includes(word))
      throw unknown("operator", word, `operators are written as ${words.slice(0, 3).join(", ")}`);
  const patterns = cases?.filter((pattern) => !isRandom(pattern)).map((pattern) => ({ pattern, isFound: false }));
  const ids = new Map<string, readonly string[]>();
  for (const word of words) {
    // A pattern that no case fits is found out among the cases of all operators.
    const isConcerned = patterns !== undefined || (concerned?.has(word) ?? true);
    if (!isConcerned || (operators && !operators.includes(word))) continue;
    const own = readCaseIds(word);
    const wanted = patterns
      ? own.filter((id) => {
          const hits = patterns.filter(({ pattern }) => fits(id, pattern));
          for (const hit of hits) hit.isFound = true;
          return hits.length > 0;
        })
      : own;
    if (wanted.length > 0) ids.set(word, wanted);
  }
  const lost = patterns?.find(({ isFound }) => !isFound);
  if (lost) throw unknown("case", lost.pattern, "ids are operator/types/edge: conv_2d/s8/same-odd");
  return ids;
}

/** The random models that concern a pack: all of its operators', or those whose ids say that they are wanted. */
function planRandom(words: ReadonlySet<string>, { operators, cases, seed, runs }: Scope): readonly Task[] {
  if (runs === 0) return [];
  const own = generators
    .map(({ operator, types }) => ({ kind: "random", operator, types, seed, runs }) as const)
    .filter(({ operator }) => words.has(wordOf(operator)) && (operators?.includes(wordOf(operator)) ?? true));
  if (!cases) return own;
  return cases.filter(isRandom).flatMap((pattern) => {
    const [, wanted, wantedSeed] = /^(.*)\/(\d+|\*)$/.exec(pattern) ?? [];
    const found = own.filter(({ operator, types }) => fits(randomName(operator, types), wanted ?? pattern));
    if (found.length === 0) throw unknown("random model", pattern, "ids are random/operator/types/seed");
    return found.map((task) => ({ ...task, ...(/\d/.test(wantedSeed ?? "") && { seed: Number(wantedSeed) }) }));
  });
}

/** The tasks of a run: what of the suite concerns a pack's kernels. Random models come first, they take longest. */
export function planTasks(kernels: readonly KernelDescription[], scope: Scope): readonly Task[] {
  const words = new Set(kernels.map(({ operator }) => wordOf(operator.name)));
  const { shard = { index: 1, of: 1 }, operators, cases, models } = scope;
  const isMine = (_: unknown, i: number) => i % shard.of === shard.index - 1;
  const committed = [...caseIds(scope, words)].flatMap(([word, ids]) =>
    words.has(word) ? chunk(ids.filter(isMine)).map((some): Task => ({ kind: "cases", word, ids: some })) : [],
  );
  const whole = operators || cases ? [] : models.map((path): Task => ({ kind: "model", path }));
  return [...planRandom(words, scope).filter(isMine), ...committed, ...whole.filter(isMine)];
}

const chunk = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, i) => ids.slice(CHUNK * i, CHUNK * (i + 1)));
