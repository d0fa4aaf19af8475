import type { KernelTensor } from "../kernel-tensor.ts";
import type { NodeDescription } from "../node.ts";
import { defineOperator, type Operator } from "../operator.ts";
import { resolveAxis } from "./shared/axes.ts";
import { requireQuantizedPerTensor, requireSymmetric } from "./shared/quantized.ts";
import { requireShape, requireThat } from "./shared/require.ts";

export interface ConcatenationParams {
  /** The dimension along which the inputs follow each other. */
  readonly axis: number;
  /** Whether int8 inputs have another scale or zero point than the output. */
  readonly requantizes: boolean;
}

/** CONCATENATION: inputs of one type and equal shapes but for `axis`; int8 inputs are brought to the output's scale. */
export const concatenation: Operator<ConcatenationParams> = defineOperator({
  name: "CONCATENATION",
  maxVersion: 5,
  inputs: ["values..."],
  outputs: ["output"],
  tflmLimits: { inputs: 10 },
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
      if (input!.type === "int16") requireSymmetric(node, name, input!);
      extent += input!.shape[axis]!;
    });
    requireShape(node, "output", output, withExtent(output.shape, axis, extent));
    if (output.type === "int16") requireSymmetric(node, "output", output);
    return { axis, requantizes: requantizes(node) };
  },
});

/** Inputs of one quantization need none; where they differ, each tensor needs its own. */
function requantizes(node: NodeDescription): boolean {
  const output = node.outputs[0]!;
  const differs = ({ scale, zeroPoint }: KernelTensor) => scale !== output.scale || zeroPoint !== output.zeroPoint;
  if (output.type !== "int8" || !node.inputs.some((input) => differs(input!))) return false;
  node.inputs.forEach((input, i) => {
    requireQuantizedPerTensor(node, `inputs[${i}]`, input!);
  });
  requireQuantizedPerTensor(node, "output", output);
  return true;
}

const withExtent = (shape: readonly number[], axis: number, extent: number): number[] =>
  shape.map((other, i) => (i === axis ? extent : other));
