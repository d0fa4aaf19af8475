import { type Kernel, type SvdfParams, svdf } from "@thimble/core";
import { type ActivationRange, storedRange } from "../arithmetic/activation-range.ts";
import { clamp } from "../arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "../arithmetic/requantize.ts";
import { prepareSvdf, type SvdfQuantization, storeSvdf } from "./svdf-quantization.ts";

type State = Int8Array | Int16Array;

export type SvdfQuantizedKernel = Kernel<SvdfParams, SvdfQuantization>;

/** Dot products of each input row with the feature weights, stored as the newest column of the state. */
function storeFeatures(
  params: SvdfParams,
  quantization: SvdfQuantization,
  { min, max }: ActivationRange,
  input: Int8Array,
  weights: Int8Array,
  state: State,
): void {
  const { batches, filters, inputDepth, memory } = params;
  const { inputOffset, stateZeroPoint } = quantization;
  const { multiplier, shift } = quantization.featureFactor;
  for (let batch = 0; batch < batches; batch++) {
    for (let filter = 0; filter < filters; filter++) {
      let sum = 0;
      for (let c = 0; c < inputDepth; c++)
        sum = (sum + Math.imul(weights[filter * inputDepth + c]!, input[batch * inputDepth + c]! + inputOffset)) | 0;
      const scaled = multiplyByQuantizedMultiplier(sum, multiplier, shift);
      state[(batch * filters + filter) * memory + memory - 1] = clamp(scaled, min, max) + stateZeroPoint;
    }
  }
}

/**
 * The kernel of SVDF with int8 activations, for one type of state and time weights. The state [N, F, M] moves on by
 * one, as in svdf_f32.
 */
export const svdfQuantizedKernel = (name: string, stateType: "int8" | "int16"): SvdfQuantizedKernel => ({
  name,
  operator: svdf,
  types: `int8, int8, ${stateType}, int32?, ${stateType} -> int8`,
  tflmScratch: ({ params: { batches, filters, units } }) => [4 * batches * filters, 4 * batches * units],
  prepare: prepareSvdf,
  invoke(node, quantization) {
    const { batches, units, rank, memory } = node.params;
    const { stateZeroPoint } = quantization;
    const input = node.input(0).data as Int8Array;
    const features = node.input(1).data as Int8Array;
    const time = node.input(2).data as State;
    const bias = node.optionalInput(3)?.data as Int32Array | undefined;
    const state = node.input(4).data as State;
    const output = node.output(0).data as Int8Array;
    state.copyWithin(0, 1);
    storeFeatures(node.params, quantization, storedRange(stateType), input, features, state);
    const taps = rank * memory;
    let out = 0;
    for (let batch = 0; batch < batches; batch++) {
      for (let unit = 0; unit < units; unit++) {
        let sum = bias === undefined ? 0 : bias[unit]!;
        for (let tap = 0; tap < taps; tap++)
          sum = (sum + Math.imul(time[unit * taps + tap]!, state[out * taps + tap]! - stateZeroPoint)) | 0;
        output[out++] = storeSvdf(sum, quantization);
      }
    }
  },
});
