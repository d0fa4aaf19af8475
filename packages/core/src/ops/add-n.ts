import { defineOperator, type Operator } from "../operator.ts";
import { requireQuantizedPerTensor } from "./shared/quantized.ts";
import { requireSameType, requireShape, requireSize, requireThat } from "./shared/require.ts";

/** ADD_N: output = the sum of two or more inputs of one shape and type; int8 inputs have one quantization. */
export const addN: Operator<void> = defineOperator({
  name: "ADD_N",
  maxVersion: 2,
  inputs: ["values..."],
  outputs: ["output"],
  check(node) {
    const [first, output] = [node.inputs[0]!, node.outputs[0]!];
    const count = node.inputs.length;
    requireThat(count >= 2, node, () => `has ${count} input, it needs at least 2`);
    requireSameType(node, "output", output, first);
    requireSize(node, "output", output, first.size);
    node.inputs.forEach((input, i) => {
      requireSameType(node, `inputs[${i}]`, input!, first);
      requireShape(node, `inputs[${i}]`, input!, first.shape);
    });
    if (first.type !== "int8") return;
    requireQuantizedPerTensor(node, "inputs[0]", first);
    requireQuantizedPerTensor(node, "output", output);
    node.inputs.forEach((input, i) => {
      requireThat(
        input!.scale === first.scale && input!.zeroPoint === first.zeroPoint,
        node,
        () => `inputs[${i}] has another scale or zero point than inputs[0], ADD_N needs one quantization`,
      );
    });
  },
});
