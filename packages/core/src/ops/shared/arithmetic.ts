import type { Activation } from "../../activation.ts";
import type { NodeDescription } from "../../node.ts";
import { requireBroadcast } from "./broadcast.ts";
import { isQuantizedType, requireQuantizedPerTensor } from "./quantized.ts";
import { requireThat } from "./require.ts";

export interface ArithmeticParams {
  readonly activation: Activation;
}

/** What operators on two numbers share: inputs that broadcast, and a scale each where the type is quantized. */
export function checkArithmetic(node: NodeDescription, activation: Activation): ArithmeticParams {
  requireBroadcast(node);
  const [first, second] = [node.inputs[0]!, node.inputs[1]!];
  if (isQuantizedType(first.type)) {
    requireQuantizedPerTensor(node, "input1", first);
    requireQuantizedPerTensor(node, "input2", second);
    requireQuantizedPerTensor(node, "output", node.outputs[0]!);
  }
  return { activation };
}

/** As {@link checkArithmetic}, for sums: int32 terms are plain integers, since their scales would have to agree. */
export function checkSum(node: NodeDescription, activation: Activation): ArithmeticParams {
  for (const input of node.inputs)
    requireThat(
      !(input?.type === "int32" && input.quantization),
      node,
      () => "adds int32 tensors that have a scale, they must have none",
    );
  return checkArithmetic(node, activation);
}
