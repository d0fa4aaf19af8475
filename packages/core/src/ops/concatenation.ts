import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireSameQuantization, requireSymmetric } from "./shared/quantized.ts";
import { requireShape, requireThat } from "./shared/require.ts";

export interface ConcatenationParams {
  /** The dimension along which the inputs follow each other. */
  readonly axis: number;
}

/** CONCATENATION: inputs of one type and equal shapes but for `axis`. int8 inputs have the output's quantization. */
export const concatenation: Operator<ConcatenationParams> = defineOperator({
  name: "CONCATENATION",
  maxVersion: 5,
  inputs: ["values..."],
  outputs: ["output"],
  options: "ConcatenationOptions",
  check(node) {
    const output = node.outputs[0]!;
    const { fusedActivationFunction } = node.options;
    requireThat(fusedActivationFunction === "NONE", node, () => `fuses ${fusedActivationFunction}, only NONE is known`);
    const axis = resolveAxis(node, node.options.axis, output.shape.length);
    let extent = 0;
    node.inputs.forEach((input, i) => {
      const name = `inputs[${i}]`;
      requireThat(input!.type === output.type, node, () => `${name} is ${input!.type}, the output ${output.type}`);
      requireShape(node, name, input!, withExtent(output.shape, axis, input!.shape[axis] ?? 0));
      if (input!.type === "int8") requireSameQuantization(node, name, input!);
      if (input!.type === "int16") requireSymmetric(node, name, input!);
      extent += input!.shape[axis]!;
    });
    requireShape(node, "output", output, withExtent(output.shape, axis, extent));
    if (output.type === "int16") requireSymmetric(node, "output", output);
    return { axis };
  },
});

const withExtent = (shape: readonly number[], axis: number, extent: number): number[] =>
  shape.map((other, i) => (i === axis ? extent : other));
