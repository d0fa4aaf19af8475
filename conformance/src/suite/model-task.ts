import { readFileSync } from "node:fs";
import { type AnyPack, Interpreter } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { compareModel } from "../compare-model.ts";
import { reasonOf } from "../reason-of.ts";
import type { Message, Task } from "./task.ts";

/** Of a layer's largest magnitude: rounding in floats grows from layer to layer. */
const LAYER_TOLERANCE = 1e-4;

/** Compares a model layer by layer with the reference. */
export async function runModel(
  { path }: Extract<Task, { readonly kind: "model" }>,
  pack: AnyPack,
  say: (message: Message) => void,
): Promise<void> {
  say({ kind: "start", id: path });
  const packs = [pack, reference];
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const interpreter = await Interpreter.create(bytes, { packs });
    const nodes = interpreter.steps.filter((step) => step.pack.id === pack.id).length;
    interpreter.dispose();
    const difference = await compareModel(bytes, packs, reference, { tolerance: LAYER_TOLERANCE });
    say({ kind: "model", path, nodes, ...(difference && { difference }) });
  } catch (error) {
    say({ kind: "model", path, nodes: 0, error: reasonOf(error) });
  }
}
