import type { Kernel, Operator } from "@thimble/core";

/** The float32 kernel of an operator that is a function of one number, computed in double and rounded once. */
export const elementwiseF32 = (operator: Operator<void>, f: (x: number) => number): Kernel<void> => ({
  name: `${operator.name.toLowerCase()}_f32`,
  operator,
  types: "float32 -> float32",
  invoke(node) {
    const input = node.input(0).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    for (let i = 0; i < output.length; i++) output[i] = f(input[i]!);
  },
});
