import { type FullyConnectedParams, fullyConnected, type Kernel } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { type FullyConnectedQuantization, prepareFullyConnected } from "./fully-connected-prepare.ts";

/** A layer with int8 weights, a 32-bit accumulator and double rounding. */
export function connectS8(
  params: FullyConnectedParams,
  quantization: FullyConnectedQuantization,
  input: Int8Array,
  filter: Int8Array,
  bias: Int32Array | undefined,
  output: Int8Array,
): void {
  const { batches, inputDepth, outputDepth } = params;
  const { inputOffset, filterOffset, outputOffset, factorStep } = quantization;
  const { min, max } = quantization.activation;
  const multiplier = quantization.multiplier.data;
  const shift = quantization.shift.data;
  let out = 0;
  for (let batch = 0; batch < batches; batch++) {
    const i = batch * inputDepth;
    for (let row = 0; row < outputDepth; row++) {
      const f = row * inputDepth;
      const factor = row * factorStep;
      let sum = bias === undefined ? 0 : bias[row]!;
      for (let c = 0; c < inputDepth; c++)
        sum = (sum + Math.imul(filter[f + c]! + filterOffset, input[i + c]! + inputOffset)) | 0;
      const scaled = multiplyByQuantizedMultiplier(sum, multiplier[factor]!, shift[factor]!) + outputOffset;
      output[out++] = clamp(scaled, min, max);
    }
  }
}

export const fullyConnectedS8: Kernel<FullyConnectedParams, FullyConnectedQuantization> = {
  name: "fully_connected_s8",
  operator: fullyConnected,
  types: "int8, int8, int32? -> int8",
  prepare: prepareFullyConnected,
  invoke(node, quantization) {
    const input = node.input(0).data as Int8Array;
    const filter = node.input(1).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    connectS8(node.params, quantization, input, filter, bias, node.output(0).data as Int8Array);
  },
};
