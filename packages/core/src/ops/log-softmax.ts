import { defineOperator, type Operator, type UncheckedNode } from "../operator.ts";
import { requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requireShape, requireThat } from "./shared/require.ts";

export interface LogSoftmaxParams {
  /** Elements of one distribution: the last dimension. */
  readonly depth: number;
}

/** The fixed-point difference to the maximum has 26 fractional bits: a smaller scale would make all of them 0. */
const MIN_INT8_SCALE = 2 ** -26;

/** LOG_SOFTMAX: output = input − ln Σ e^input over the last dimension; int8 has the scale 1/16, zero point 127. */
export const logSoftmax: Operator<LogSoftmaxParams> = defineOperator({
  name: "LOG_SOFTMAX",
  maxVersion: 2,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const input = node.inputs[0]!;
    requireThat(input.shape.length >= 1, node, () => "input is a scalar, it needs at least 1 dimension");
    requireShape(node, "output", node.outputs[0]!, input.shape);
    if (input.type === "int8") requireLogSoftmaxQuantized(node);
    return { depth: input.shape.at(-1)! };
  },
});

function requireLogSoftmaxQuantized(node: UncheckedNode): void {
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  requireQuantizedPerTensor(node, "input", input);
  requireThat(
    input.scale > MIN_INT8_SCALE,
    node,
    () => `input has the scale ${input.scale}, it must be greater than 2^-26`,
  );
  requireThat(
    output.scale === 1 / 16 && output.zeroPoint === 127,
    node,
    () => `output has scale ${output.scale} and zero point ${output.zeroPoint}, log softmax in int8 needs 1/16 and 127`,
  );
}
