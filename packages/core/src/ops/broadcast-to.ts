import { defineOperator, type Operator } from "../operator.ts";
import { broadcastShape } from "./shared/broadcast.ts";
import { requireConstant, requireSameType, requireShape, requireThat } from "./shared/require.ts";

/** BROADCAST_TO: the input repeated along dimensions of 1 up to the constant `shape`. */
export const broadcastTo: Operator<void> = defineOperator({
  name: "BROADCAST_TO",
  maxVersion: 3,
  inputs: ["input", "shape"],
  outputs: ["output"],
  tflmLimits: { rank: 5 },
  check(node) {
    const [input, shape, output] = [node.inputs[0]!, node.inputs[1]!, node.outputs[0]!];
    requireSameType(node, "output", output, input);
    requireConstant(node, "shape", shape);
    requireShape(node, "output", output, Array.from(shape.data, Number));
    const joined = broadcastShape(input.shape, output.shape);
    requireThat(
      joined?.length === output.shape.length && joined.every((extent, i) => extent === output.shape[i]),
      node,
      () => `input of shape [${input.shape.join(", ")}] does not broadcast to [${output.shape.join(", ")}]`,
    );
  },
});
