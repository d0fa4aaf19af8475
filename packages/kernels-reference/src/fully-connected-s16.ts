import { type FullyConnectedParams, fullyConnected, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier, multiplyByQuantizedMultiplier64 } from "./arithmetic/requantize.ts";
import { type FullyConnectedQuantization, prepareFullyConnected } from "./fully-connected-prepare.ts";
import { accumulatesIn32Bits } from "./shared/accumulator-width.ts";
import { biasAt } from "./shared/bias-at.ts";

/** int16 × int8 layer; its sum is kept in a double, which holds it exactly. */
export const fullyConnectedS16: Kernel<FullyConnectedParams, FullyConnectedQuantization> = {
  name: "fully_connected_s16",
  operator: fullyConnected,
  types: "int16, int8, int32|int64? -> int16",
  prepare: prepareFullyConnected,
  invoke(node, quantization) {
    const { batches, inputDepth, outputDepth } = node.params;
    const { inputOffset, filterOffset, outputOffset, factorStep } = quantization;
    const { min, max } = quantization.activation;
    const multiplier = quantization.multiplier.data;
    const shift = quantization.shift.data;
    const input = node.input(0).data as Int16Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2);
    const output = node.output(0).data as Int16Array;
    const in32Bits = accumulatesIn32Bits(node);
    let out = 0;
    for (let batch = 0; batch < batches; batch++) {
      const i = batch * inputDepth;
      for (let row = 0; row < outputDepth; row++) {
        const f = row * inputDepth;
        const factor = row * factorStep;
        let sum = bias === undefined ? 0 : biasAt(bias, row);
        for (let c = 0; c < inputDepth; c++) sum += (filter[f + c]! + filterOffset) * (input[i + c]! + inputOffset);
        const scaled = in32Bits
          ? multiplyByQuantizedMultiplier(sum | 0, multiplier[factor]!, shift[factor]!)
          : multiplyByQuantizedMultiplier64(sum, multiplier[factor]!, shift[factor]!);
        const stored = scaled + outputOffset;
        output[out++] = clamp(stored, min, max);
      }
    }
  },
};
