import { type Kernel, type SvdfParams, svdf } from "@thimble/core";
import { clamp } from "./arithmetic/clamp.ts";
import { multiplyByQuantizedMultiplier } from "./arithmetic/requantize.ts";
import { prepareSvdf, type SvdfQuantization, storeSvdf } from "./shared/svdf-quantization.ts";

/** Dot products of each input row with the feature weights, stored as the newest column of the state. */
function storeFeatures(
  params: SvdfParams,
  quantization: SvdfQuantization,
  input: Int8Array,
  weights: Int8Array,
  state: Int8Array,
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
      const clamped = clamp(scaled, -128, 127);
      state[(batch * filters + filter) * memory + memory - 1] = clamped + stateZeroPoint;
    }
  }
}

/** int8 SVDF with int8 state and time weights. The state [N, F, M] moves on by one, as in svdf_f32. */
export const svdfS8: Kernel<SvdfParams, SvdfQuantization> = {
  name: "svdf_s8",
  operator: svdf,
  types: "int8, int8, int8, int32?, int8 -> int8",
  prepare: prepareSvdf,
  invoke(node, quantization) {
    const { batches, units, rank, memory } = node.params;
    const { stateZeroPoint } = quantization;
    const time = node.input(2).data as Int8Array;
    const bias = node.optionalInput(3)?.data as Int32Array | undefined;
    const state = node.input(4).data as Int8Array;
    const output = node.output(0).data as Int8Array;
    state.copyWithin(0, 1);
    storeFeatures(node.params, quantization, node.input(0).data as Int8Array, node.input(1).data as Int8Array, state);
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
};
