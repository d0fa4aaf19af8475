import { type AnyPack, Interpreter, ThimbleError } from "@thimble/core";
import { compareOutput, type Difference } from "../compare.ts";
import { magnitudeOfSums, termsOf, toleranceOf } from "../tolerance.ts";
import { randomData } from "./random-data.ts";
import { isModelInput, type SingleOperator, writeSingleOperator } from "./single-operator.ts";

/** What became of a generated case: how the pack's outputs compare, or why there are none. */
export type Comparison =
  | { readonly status: "same"; readonly kernel: string }
  | { readonly status: "differs"; readonly kernel: string; readonly difference: Difference }
  /** The reference refuses the model: it says nothing about the pack. */
  | { readonly status: "refused"; readonly reason: string }
  /** No kernel of the pack takes the node. */
  | { readonly status: "declined"; readonly reason: string };

const NONE_TAKES: readonly string[] = ["OPERATOR_UNSUPPORTED", "TYPES_UNSUPPORTED", "HYBRID_UNSUPPORTED"];

/** What outputs hold before each invoke: a kernel that reads or leaves what was there gives itself away. */
const POISON: readonly number[] = [0x55, 0xaa, 0x00];

interface Outcome {
  readonly interpreter: Interpreter;
}

async function open(model: Uint8Array, pack: AnyPack): Promise<Outcome | { readonly refusal: ThimbleError }> {
  try {
    return { interpreter: await Interpreter.create(model, { packs: [pack] }) };
  } catch (error) {
    if (error instanceof ThimbleError) return { refusal: error };
    throw error;
  }
}

/**
 * Runs a generated case with the pack alone and with the reference alone, on the same inputs.
 *
 * @throws whatever a kernel of the pack fails with
 */
export async function comparePacks(
  generated: SingleOperator,
  seed: number,
  pack: AnyPack,
  reference: AnyPack,
): Promise<Comparison> {
  const model = writeSingleOperator(generated);
  const expected = await open(model, reference);
  if ("refusal" in expected) return { status: "refused", reason: expected.refusal.message };
  const actual = await open(model, pack);
  try {
    if ("refusal" in actual) {
      if (!NONE_TAKES.includes(actual.refusal.code)) throw actual.refusal;
      return { status: "declined", reason: actual.refusal.message };
    }
    return compareRuns(generated, seed, actual.interpreter, expected.interpreter);
  } finally {
    expected.interpreter.dispose();
    if ("interpreter" in actual) actual.interpreter.dispose();
  }
}

/** Invokes either side some times, so that state shows too. */
function compareRuns(generated: SingleOperator, seed: number, actual: Interpreter, expected: Interpreter): Comparison {
  const name = actual.steps[0]!.kernel.name;
  const inputs = generated.inputs.filter(isModelInput);
  for (let invocation = 0; invocation < POISON.length; invocation++) {
    for (const { bytes } of actual.outputs) bytes.fill(POISON[invocation]!);
    inputs.forEach(({ type, shape, hints }, i) => {
      const data = randomData(type, shape, seed + 97 * invocation + i, hints);
      actual.inputs[i]!.bytes.set(data);
      expected.inputs[i]!.bytes.set(data);
    });
    const { node, kernel } = expected.steps[0]!;
    const closeness = {
      tolerance: toleranceOf(generated.operator, termsOf(node, kernel.operator)),
      magnitude: magnitudeOfSums(node, kernel.operator),
    };
    actual.invoke();
    expected.invoke();
    for (const [i, output] of actual.outputs.entries()) {
      const difference = compareOutput(output, i, expected.outputs[i]!.bytes, closeness);
      if (difference) return { status: "differs", kernel: name, difference };
    }
  }
  return { status: "same", kernel: name };
}
