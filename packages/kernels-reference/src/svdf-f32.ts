import { type Kernel, type SvdfParams, svdf } from "@thimble/core";
import { activateF32 } from "./arithmetic/activate-f32.ts";

/** Dot products of each input row with the feature weights, stored as the newest column of the state. */
function storeFeatures(params: SvdfParams, input: Float32Array, weights: Float32Array, state: Float32Array): void {
  const { batches, filters, inputDepth, memory } = params;
  for (let batch = 0; batch < batches; batch++) {
    for (let filter = 0; filter < filters; filter++) {
      let sum = 0;
      for (let c = 0; c < inputDepth; c++) sum += weights[filter * inputDepth + c]! * input[batch * inputDepth + c]!;
      state[(batch * filters + filter) * memory + memory - 1] = sum;
    }
  }
}

/** float32 SVDF. The state [N, F, M] moves on by one: its oldest column gives way to the new features. */
export const svdfF32: Kernel<SvdfParams> = {
  name: "svdf_f32",
  operator: svdf,
  types: "float32, float32, float32, float32?, float32 -> float32",
  tflmScratch: ({ params: { batches, filters } }) => [4 * batches * filters],
  invoke(node) {
    const { batches, units, rank, memory, activation } = node.params;
    const time = node.input(2).data as Float32Array;
    const bias = node.optionalInput(3)?.data as Float32Array | undefined;
    const state = node.input(4).data as Float32Array;
    const output = node.output(0).data as Float32Array;
    state.copyWithin(0, 1);
    storeFeatures(node.params, node.input(0).data as Float32Array, node.input(1).data as Float32Array, state);
    const taps = rank * memory;
    let out = 0;
    for (let batch = 0; batch < batches; batch++) {
      for (let unit = 0; unit < units; unit++) {
        let sum = bias === undefined ? 0 : bias[unit]!;
        for (let tap = 0; tap < taps; tap++) sum += time[unit * taps + tap]! * state[out * taps + tap]!;
        output[out++] = activateF32(sum, activation);
      }
    }
  },
};
