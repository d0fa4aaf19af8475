import { type AnyPack, Interpreter } from "@thimble/core";

/** The outputs of a node, and the kernel that computed them. */
export interface RunNode {
  readonly kernel: string;
  readonly outputs: readonly number[];
}

/** Runs a model of one node whose inputs hold given(i) at i. */
export async function runNode(pack: AnyPack, model: Uint8Array, given: (i: number) => number): Promise<RunNode> {
  const interpreter = await Interpreter.create(model, { packs: [pack] });
  for (const { data } of interpreter.inputs) for (let i = 0; i < data.length; i++) data[i] = given(i);
  interpreter.invoke();
  const result = {
    kernel: interpreter.steps[0]!.kernel.name,
    outputs: Array.from(interpreter.outputs[0]!.data, Number),
  };
  interpreter.dispose();
  return result;
}
