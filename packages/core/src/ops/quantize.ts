import { defineOperator, type Operator } from "../operator.ts";
import { requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requireSize, requireThat } from "./shared/require.ts";

/** QUANTIZE: output = round(input / output scale) + output zero point; a quantized input is requantized. */
export const quantize: Operator<void> = defineOperator({
  name: "QUANTIZE",
  maxVersion: 4,
  inputs: ["input"],
  outputs: ["output"],
  check(node) {
    const [input, output] = [node.inputs[0]!, node.outputs[0]!];
    requireSize(node, "output", output, input.size);
    requireQuantizedPerTensor(node, "output", output);
    const scales = output.quantization!.scale.length;
    requireThat(scales === 1, node, () => `output has ${scales} scales, it needs one for the whole tensor`);
    if (input.type !== "float32") requireQuantizedPerTensor(node, "input", input);
  },
});
