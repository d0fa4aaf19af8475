import type { AnyPack } from "@thimble/core";
import fc from "fast-check";
import { type CommittedCase, formatCase, toConformanceCase } from "../corpus/case-file.ts";
import { edgesOf } from "../corpus/features.ts";
import { randomId } from "../corpus/ids.ts";
import type { Generator } from "../generate/generators.ts";
import { invokeReference, randomInputs } from "../generate/random-case.ts";
import { UNUSUAL } from "../probe/layout.ts";
import type { ConformanceCase } from "./case.ts";
import { type CaseResult, checkCase } from "./check-case.ts";

/** How many random models there are, and which. */
export interface RandomOptions {
  readonly runs: number;
  readonly seed: number;
  /** Called before each model. */
  readonly onStart?: (id: string) => void;
  /** Called with each result but the last. */
  readonly onResult?: (result: CaseResult) => void;
}

/** The smallest model that was found to fail. */
export interface Counterexample {
  readonly result: CaseResult;
  /** It as a line of a case file. */
  readonly line: string;
}

const INVOCATIONS = 2;

/** Alignments that random cases have in turn: those that committed ones do not. */
const ALIGNMENTS: readonly number[] = [1, 2, 4, 8];

/** The smallest model that fails is looked for among as many. */
const MOST_SHRINKS = 300;

/**
 * Holds a pack to the checks on random models of a generator. The first that fails is made smaller, and the rest is
 * left.
 */
export async function checkRandom(
  { operator, types, models }: Generator,
  pack: AnyPack,
  { runs, seed, onStart, onResult }: RandomOptions,
): Promise<Counterexample | undefined> {
  const id = randomId(operator, types, seed);
  let smallest: Counterexample | undefined;
  let shrinks = 0;
  let neighbour: ConformanceCase | undefined;
  const property = fc.asyncProperty(models, fc.nat(), async (single, inputSeed) => {
    onStart?.(id);
    if (smallest && shrinks++ > MOST_SHRINKS) return;
    const invocations = await invokeReference(single, randomInputs(single, inputSeed, INVOCATIONS));
    if (!invocations) return;
    const committed: CommittedCase = { id, covers: [], node: single, invocations };
    // They take as long as a check: only of a few models are they asked for.
    const edges = () => edgesOf({ single, invocations });
    const unusual = { ...UNUSUAL, alignment: ALIGNMENTS[inputSeed % ALIGNMENTS.length]! };
    const conformanceCase = toConformanceCase(committed);
    const result = await checkCase(conformanceCase, pack, { unusual, neighbour });
    neighbour = conformanceCase;
    if (result.status === "failed") {
      smallest = { result, line: formatCase({ ...committed, covers: edges() }) };
      throw new Error("failed");
    }
    if (!smallest) onResult?.(result.status === "declined" ? { ...result, covers: edges() } : result);
  });
  await fc.check(property, { seed, numRuns: runs });
  return smallest;
}
