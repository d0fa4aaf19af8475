import type { AnyPack } from "@thimble/core";
import fc from "fast-check";
import type { ConformanceCase } from "../checks/case.ts";
import { type CaseResult, checkCase } from "../checks/check-case.ts";
import { runReference } from "../checks/expectation.ts";
import { type CommittedCase, formatCase, toConformanceCase } from "../corpus/case-file.ts";
import { type Generator, generators } from "../generate/generators.ts";
import { randomData } from "../generate/random-data.ts";
import { isModelInput, type SingleOperator, writeSingleOperator } from "../generate/single-operator.ts";
import { UNUSUAL } from "../probe/layout.ts";
import { randomId } from "./plan.ts";
import type { Message, Task } from "./task.ts";

const INVOCATIONS = 2;

/** Alignments that random cases have in turn: those that committed ones do not. */
const ALIGNMENTS: readonly number[] = [1, 2, 4, 8];

/** The smallest model that fails is looked for among as many. */
const MOST_SHRINKS = 300;

const generatorOf = (operator: string, types: string): Generator =>
  generators.find((generator) => generator.operator === operator && generator.types === types)!;

/** A random model as a case, or `undefined` if the reference refuses it. */
async function caseOf(id: string, single: SingleOperator, seed: number): Promise<CommittedCase | undefined> {
  const inputs = Array.from({ length: INVOCATIONS }, (_, invocation) =>
    single.inputs
      .filter(isModelInput)
      .map(({ type, shape, hints }, i) => randomData(type, shape, seed + 97 * invocation + i, hints)),
  );
  try {
    const expected = await runReference(
      writeSingleOperator(single),
      inputs.map((each) => ({ inputs: each })),
    );
    if (!expected.every(({ outputs }) => outputs)) return undefined;
    const invocations = inputs.map((each, i) => ({ inputs: each, outputs: expected[i]!.outputs! }));
    return { id, covers: [], node: single, invocations };
  } catch {
    return undefined;
  }
}

/** Runs random models of a generator with a pack; the first that fails is made smaller, and the rest is left. */
export async function runRandom(
  { operator, types, seed, runs }: Extract<Task, { readonly kind: "random" }>,
  pack: AnyPack,
  say: (message: Message) => void,
): Promise<void> {
  const id = randomId(operator, types, seed);
  let smallest: { readonly result: CaseResult; readonly line: string } | undefined;
  let shrinks = 0;
  let neighbour: ConformanceCase | undefined;
  const property = fc.asyncProperty(generatorOf(operator, types).models, fc.nat(), async (single, inputSeed) => {
    say({ kind: "start", id });
    if (smallest && shrinks++ > MOST_SHRINKS) return;
    const committed = await caseOf(id, single, inputSeed);
    if (!committed) return;
    const unusual = { ...UNUSUAL, alignment: ALIGNMENTS[inputSeed % ALIGNMENTS.length]! };
    const conformanceCase = toConformanceCase(committed);
    const result = await checkCase(conformanceCase, pack, { unusual, neighbour });
    neighbour = conformanceCase;
    if (result.status === "failed") {
      smallest = { result, line: formatCase(committed) };
      throw new Error("failed");
    }
    if (!smallest) say({ kind: "random", result });
  });
  await fc.check(property, { seed, numRuns: runs });
  if (smallest) say({ kind: "random", ...smallest });
}
