import type { Pack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import type { Invocation } from "../checks/case.ts";
import { runReference } from "../checks/expectation.ts";
import { randomData } from "./random-data.ts";
import { isModelInput, type SingleOperator, writeSingleOperator } from "./single-operator.ts";

/** What a model is invoked with, one after the other, and what comes of it. */
export type RandomInvocations = readonly Required<Invocation>[];

/** Random data for the inputs of some invokes: the same for the same seed. */
export const randomInputs = (
  { inputs }: SingleOperator,
  seed: number,
  invocations: number,
): readonly (readonly Uint8Array[])[] =>
  Array.from({ length: invocations }, (_, invocation) =>
    inputs
      .filter(isModelInput)
      .map(({ type, shape, hints }, i) => randomData(type, shape, seed + 100 * invocation + i, hints)),
  );

/** Inputs with what a reference computes of them; `undefined` if it refuses the model, or an invoke gives nothing. */
export async function invokeReference(
  single: SingleOperator,
  inputs: readonly (readonly Uint8Array[])[],
  pack: Pack = reference,
): Promise<RandomInvocations | undefined> {
  try {
    const expected = await runReference(
      writeSingleOperator(single),
      inputs.map((each) => ({ inputs: each })),
      pack,
    );
    const invocations = expected.flatMap(({ outputs }, i) => (outputs ? [{ inputs: inputs[i]!, outputs }] : []));
    return invocations.length === inputs.length ? invocations : undefined;
  } catch {
    return undefined;
  }
}
