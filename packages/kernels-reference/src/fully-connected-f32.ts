import { type FullyConnectedParams, fullyConnected, type Kernel } from "@thimble/core";
import { type ActivationRange, activationRangeF32 } from "./arithmetic/activation-range.ts";
import { clamp } from "./arithmetic/clamp.ts";

/** float32 layer; the sum is kept in a double and rounded once. */
export const fullyConnectedF32: Kernel<FullyConnectedParams, ActivationRange> = {
  name: "fully_connected_f32",
  operator: fullyConnected,
  types: "float32, float32, float32? -> float32",
  prepare: (node) => activationRangeF32(node.params.activation),
  invoke(node, { min, max }) {
    const { batches, inputDepth, outputDepth } = node.params;
    const input = node.input(0).data as Float32Array;
    const filter = node.input(1).data as Float32Array;
    const bias = node.optionalInput(2)?.data as Float32Array | undefined;
    const output = node.output(0).data as Float32Array;
    let out = 0;
    for (let batch = 0; batch < batches; batch++) {
      const i = batch * inputDepth;
      for (let row = 0; row < outputDepth; row++) {
        const f = row * inputDepth;
        let sum = bias === undefined ? 0 : bias[row]!;
        for (let c = 0; c < inputDepth; c++) sum += filter[f + c]! * input[i + c]!;
        output[out++] = clamp(sum, min, max);
      }
    }
  },
};
