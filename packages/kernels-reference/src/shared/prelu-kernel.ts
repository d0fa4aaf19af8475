import { type Kernel, type KernelNode, prelu } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { offsetOf } from "../arithmetic/offset.ts";
import { type QuantizedMultiplier, quantizeMultiplier } from "../arithmetic/quantized-multiplier.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { type Broadcast, prepareBroadcast } from "./broadcast.ts";
import { SUFFIXES } from "./elements.ts";

/** What brings an input, or its product with alpha, to the output's scale. */
export interface PreluQuantization extends ActivationRange {
  readonly broadcast: Broadcast;
  readonly inputOffset: number;
  readonly alphaOffset: number;
  readonly outputOffset: number;
  readonly identity: QuantizedMultiplier;
  readonly product: QuantizedMultiplier;
}

function preparePrelu(node: KernelNode, range: ActivationRange): PreluQuantization {
  const [input, alpha, output] = [node.input(0), node.input(1), node.output(0)];
  return {
    broadcast: prepareBroadcast(node),
    inputOffset: offsetOf(input.zeroPoint),
    alphaOffset: offsetOf(alpha.zeroPoint),
    outputOffset: output.zeroPoint,
    identity: quantizeMultiplier(input.scale / output.scale),
    product: quantizeMultiplier((input.scale * alpha.scale) / output.scale),
    ...range,
  };
}

/** The stored output for a stored input and alpha. */
function preluStored(stored: number, alpha: number, quantization: PreluQuantization): number {
  const { inputOffset, alphaOffset, outputOffset, identity, product, min, max } = quantization;
  const centered = stored + inputOffset;
  const scaled =
    centered >= 0
      ? multiplyByQuantizedMultiplier(centered, identity.multiplier, identity.shift)
      : multiplyByQuantizedMultiplier(centered * (alpha + alphaOffset), product.multiplier, product.shift);
  return clamp(scaled + outputOffset, min, max);
}

export type PreluKernel = Kernel<void, PreluQuantization>;

/** The kernel of PRELU for one integer type; alpha is int8. */
export const preluKernel = (type: "int8" | "int16"): PreluKernel => ({
  name: `prelu_${SUFFIXES[type]}`,
  operator: prelu,
  types: `${type}, int8 -> ${type}`,
  inPlace: [0],
  prepare: (node) => preparePrelu(node, storedRange(type)),
  invoke(node, quantization) {
    const { cursor, length, firstStep, secondStep } = quantization.broadcast;
    const input = node.input(0).data as Int8Array | Int16Array;
    const alpha = node.input(1).data as Int8Array;
    const output = node.output(0).data as Int8Array | Int16Array;
    let out = 0;
    cursor.rewind();
    while (cursor.next()) {
      const a = cursor.first;
      const b = cursor.second;
      for (let i = 0; i < length; i++)
        output[out++] = preluStored(input[a + i * firstStep]!, alpha[b + i * secondStep]!, quantization);
    }
  },
});
