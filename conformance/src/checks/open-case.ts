import { type AnyPack, Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import type { ConformanceCase } from "./case.ts";

/** Packs in the order in which their kernels are asked. */
export type Packs = readonly [AnyPack, ...AnyPack[]];

/** A pack, and the reference for what the pack has no kernel for. */
export const withReference = (pack: AnyPack): Packs => (pack.id === reference.id ? [pack] : [pack, reference]);

/** An interpreter of a case's model, with the inputs of the first invoke. */
export async function openCase({ model, invocations }: ConformanceCase, packs: Packs): Promise<Interpreter> {
  const interpreter = await Interpreter.create(model, { packs });
  invocations[0]!.inputs.forEach((bytes, i) => {
    interpreter.inputs[i]!.set(bytes);
  });
  return interpreter;
}
