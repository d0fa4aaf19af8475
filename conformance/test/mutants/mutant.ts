import type { CheckName } from "../../src/checks/checks.ts";

/** What sees a mutant: a check, or that a case takes too long. */
export type Killer = CheckName | "time-limit";

/** A kernel that is wrong in one line. */
export interface Mutant {
  /** The source and what is wrong: `conv_2d_s8/padding-is-0`. */
  readonly id: string;
  /** The right kernel that it was made from, a file of `kernels` without its ending. */
  readonly source: string;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** Text that is found exactly once in the source, and what stands in its place. */
  readonly replace: readonly [right: string, wrong: string];
  /** The check that has to see it; others may see it too. */
  readonly killedBy: Killer;
}

/** The mutants of one source, by what is wrong with them. */
export const mutantsOf = (
  source: string,
  mutants: Readonly<Record<string, Omit<Mutant, "id" | "source">>>,
): readonly Mutant[] =>
  Object.entries(mutants).map(([name, mutant]) => ({ id: `${source}/${name}`, source, ...mutant }));
