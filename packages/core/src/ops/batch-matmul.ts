import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { broadcastShape } from "./shared/broadcast.ts";
import { isQuantizedType, requireQuantizedPerTensor, requireSymmetric } from "./shared/quantized.ts";
import { requireSize, requireThat } from "./shared/require.ts";

export interface BatchMatmulParams {
  /** Whether each matrix of x, or of y, is stored transposed. */
  readonly adjointX: boolean;
  readonly adjointY: boolean;
}

/** BATCH_MATMUL: output = x × y of the matrices in the last two dimensions, the others broadcast; requantized. */
export const batchMatmul: Operator<BatchMatmulParams> = defineOperator({
  name: "BATCH_MATMUL",
  maxVersion: 5,
  inputs: ["x", "y"],
  outputs: ["output"],
  options: "BatchMatMulOptions",
  tflmLimits: { rank: 5 },
  check(node) {
    const params = { adjointX: node.options.adjX, adjointY: node.options.adjY };
    requireMatrices(node, params);
    for (const [name, tensor] of Object.entries({ x: node.inputs[0]!, y: node.inputs[1]!, output: node.outputs[0]! })) {
      if (isQuantizedType(tensor.type)) requireQuantizedPerTensor(node, name, tensor);
      if (tensor.type === "int16") requireSymmetric(node, name, tensor);
    }
    return params;
  },
  macs: (node) => node.outputs[0]!.size * node.inputs[0]!.shape.at(-1)!,
});

function requireMatrices(node: UncheckedNode, { adjointX, adjointY }: BatchMatmulParams): void {
  const [x, y] = [node.inputs[0]!.shape, node.inputs[1]!.shape];
  requireThat(
    Math.min(x.length, y.length) >= 2,
    node,
    () => `multiplies tensors of ${x.length} and ${y.length} dimensions, each needs at least 2`,
  );
  const [rows, depth] = adjointX ? [x.at(-1)!, x.at(-2)!] : [x.at(-2)!, x.at(-1)!];
  const [depthOfY, columns] = adjointY ? [y.at(-1)!, y.at(-2)!] : [y.at(-2)!, y.at(-1)!];
  requireThat(depth === depthOfY, node, () => `x has ${depth} columns, y ${depthOfY} rows; they must be equal`);
  const batches = broadcastShape(x.slice(0, -2), y.slice(0, -2));
  requireThat(
    batches !== undefined,
    node,
    () => `the batches of [${x.join(", ")}] and [${y.join(", ")}] do not broadcast`,
  );
  const count = batches.reduce((size, extent) => size * extent, 1);
  requireSize(node, "output", node.outputs[0]!, count * rows * columns);
}
