import { type AnyPack, Interpreter } from "@thimble/core";

/** The outputs of a model of one node whose inputs hold given(i) at i, and the kernel that computed them. */
export async function runNode(
  pack: AnyPack,
  model: Uint8Array,
  given: (i: number) => number,
): Promise<{ readonly kernel: string; readonly outputs: readonly number[] }> {
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
