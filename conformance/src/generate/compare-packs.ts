import { type AnyPack, Interpreter, ThimbleError } from "@thimble/core";
import { compareOutput, type Difference } from "../compare.ts";
import { toleranceOf } from "../tolerance.ts";
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
  const kernel = actual.steps[0]!.kernel.name;
  const tolerance = toleranceOf(generated.operator);
  const inputs = generated.inputs.filter(isModelInput);
  for (let invocation = 0; invocation < POISON.length; invocation++) {
    for (const { bytes } of actual.outputs) bytes.fill(POISON[invocation]!);
    inputs.forEach(({ type, shape }, i) => {
      const data = randomData(type, shape, seed + 97 * invocation + i);
      actual.inputs[i]!.bytes.set(data);
      expected.inputs[i]!.bytes.set(data);
    });
    const magnitude = magnitudeOfSums(generated, expected);
    actual.invoke();
    expected.invoke();
    for (const [i, output] of actual.outputs.entries()) {
      const difference = compareOutput(output, i, expected.outputs[i]!.bytes, tolerance, magnitude);
      if (difference) return { status: "differs", kernel, difference };
    }
  }
  return { status: "same", kernel };
}

/** About how large the sums of a float operator become on their way: the largest product, by a random walk. */
function magnitudeOfSums({ reduction }: SingleOperator, { steps }: Interpreter): number {
  if (reduction === undefined) return 0;
  const floats = steps[0]!.node.inputs.filter((tensor) => tensor?.type === "float32" && tensor.shape.length > 1);
  const largest = floats.map((tensor) =>
    (tensor!.data as Float32Array).reduce((most, x) => Math.max(most, Math.abs(x)), 0),
  );
  return largest.reduce((product, value) => product * value, Math.sqrt(reduction));
}
