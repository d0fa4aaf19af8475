import type { KernelTensor } from "../../kernel-tensor.ts";
import type { NodeDescription } from "../../node.ts";
import { resolveAxis } from "./axes.ts";
import { requireConstant, requireSameType, requireShape, requireSize, requireThat } from "./require.ts";

export interface SplitParams {
  /** The dimension along which the outputs follow each other in the input. */
  readonly axis: number;
}

/** What SPLIT and SPLIT_V share: a constant axis, and outputs that make up the input along it. */
export function checkSplit(node: NodeDescription, input: KernelTensor, axisTensor: KernelTensor): SplitParams {
  requireSize(node, "axis", axisTensor, 1);
  requireConstant(node, "axis", axisTensor);
  const axis = resolveAxis(node, Number(axisTensor.data[0]), input.shape.length);
  node.outputs.forEach((output, i) => {
    const shape = input.shape.map((extent, dimension) => (dimension === axis ? output.shape[axis]! : extent));
    requireSameType(node, `outputs[${i}]`, output, input);
    requireShape(node, `outputs[${i}]`, output, shape);
  });
  const total = node.outputs.reduce((sum, output) => sum + output.shape[axis]!, 0);
  requireThat(
    total === input.shape[axis],
    node,
    () => `the outputs have ${total} slices along the axis, the input ${input.shape[axis]}`,
  );
  return { axis };
}
