import type { NodeDescription } from "../../node.ts";
import { requireSymmetric } from "./quantized.ts";
import { requireThat } from "./require.ts";
import { checkUnary } from "./unary.ts";

/** log2 of a scale may be off by this much and still count as a whole number (TFLite's `CheckedLog2`). */
const LOG2_TOLERANCE = 1e-3;

/** What LOGISTIC and TANH share: in int16, zero points of 0 and an output scale of 2^-15, which their table gives. */
export function checkSigmoidal(node: NodeDescription): void {
  checkUnary(node);
  const [input, output] = [node.inputs[0]!, node.outputs[0]!];
  if (input.type !== "int16") return;
  requireSymmetric(node, "input", input);
  requireSymmetric(node, "output", output);
  const exact = Math.abs(Math.log2(output.scale) + 15) < LOG2_TOLERANCE;
  requireThat(exact, node, () => `output has the scale ${output.scale}, int16 needs 2^-15`);
}
