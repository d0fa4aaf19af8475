import { type AnyPack, Interpreter, type LoadedPack, ThimbleError } from "@thimble/core";
import reference, { singleRounding } from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { compareOutput, formatDifference } from "../compare.ts";
import { mutate } from "../mutate.ts";
import { isWaived, operatorsWithCases, readCases } from "../recorded-cases.ts";
import { seededRandom } from "../seeded-random.ts";
import { toleranceOf } from "../tolerance.ts";

/** Kept small: a model that a mutation made huge must not make the test slow. */
const ARENA_BYTES = 1 << 19;

/** An interpreter of a damaged model, or `undefined`: it is refused. A kernel may not fail. */
async function open(model: Uint8Array, packs: readonly AnyPack[]): Promise<Interpreter | undefined> {
  try {
    return await Interpreter.create(model, { packs, arenaBytes: ARENA_BYTES });
  } catch (error) {
    if (!(error instanceof ThimbleError) || error.code === "KERNEL_FAILED") throw error;
    return undefined;
  }
}

function run(interpreter: Interpreter, fill: number): void {
  for (const { bytes } of interpreter.inputs) bytes.fill(fill);
  interpreter.invoke();
}

/** Whether a node reads what nobody writes: what it finds there depends on the plan. */
function readsUnwritten({ inputs, steps }: Interpreter): boolean {
  const written = new Set(inputs.map(({ name }) => name));
  return steps.some(({ node }) => {
    const isUnwritten = node.inputs.some(
      (tensor) => tensor && !tensor.isConstant && !tensor.isVariable && !written.has(tensor.name),
    );
    for (const { name } of node.outputs) written.add(name);
    return isUnwritten;
  });
}

/** Floats this large are sums on their way to infinity, which depend on the order. */
const isHuge = (values: ArrayLike<number | bigint>): boolean =>
  Array.from(values, Number).some((value) => !(Math.abs(value) < 1e30));

/** Runs a damaged model with the pack and with the reference of its rounding: whatever the one computes, the other does. */
async function expectSame(pack: LoadedPack, model: Uint8Array, op: string, fill: number): Promise<void> {
  const actual = await open(model, [pack, reference]);
  const isSingle = actual?.steps.some(({ kernel }) => kernel.rounding === "single");
  const expected = await open(model, [isSingle ? singleRounding : reference]);
  if (!expected || !actual) return;
  const constants = actual.steps.flatMap(({ node }) => node.inputs.filter((tensor) => tensor?.isConstant));
  // An input that became a constant cannot be set: weights were repacked when the model was prepared.
  const names = new Set(constants.map((tensor) => tensor!.name));
  if (actual.inputs.some(({ name }) => names.has(name)) || readsUnwritten(actual)) return;
  const before = constants.map((tensor) => tensor!.bytes.slice());
  try {
    run(expected, fill);
  } catch (error) {
    if (error instanceof ThimbleError) return;
    throw error;
  }
  run(actual, fill);
  constants.forEach((tensor, i) => {
    expect(tensor!.bytes, `${tensor!.name}, a constant, was written to`).toEqual(before[i]);
  });
  for (const [i, output] of actual.outputs.entries()) {
    if (isHuge(expected.outputs[i]!.data)) continue;
    const difference = compareOutput(output, i, expected.outputs[i]!.bytes, {
      tolerance: toleranceOf(op),
      magnitude: 1,
    });
    expect(difference && formatDifference(difference)).toBeUndefined();
  }
  expected.dispose();
  actual.dispose();
}

/**
 * Makes a test for each operator of a pack: on damaged models its kernels compute what the reference computes, or both
 * refuse; nothing crashes, and no constant is written to.
 *
 * @param runs damaged models of each operator. Default is the environment's FUZZ_RUNS, or 30
 */
export function testDamagedModels(pack: LoadedPack, runs: number = Number(process.env.FUZZ_RUNS ?? 30)): void {
  const operators = new Set(pack.kernels.map(({ operator }) => operator.name));
  const claimed = operatorsWithCases.filter((word) => operators.has(readCases(word)[0]!.op));

  test.each(claimed)("%s", async (word) => {
    const cases = readCases(word).filter(({ name }) => !isWaived(name));
    for (let i = 0; i < runs; i++) {
      const random = seededRandom(i + 1);
      const { model, op } = cases[i % cases.length]!;
      await expectSame(pack, mutate(model, random), op, Math.floor(random() * 256));
    }
  });
}
