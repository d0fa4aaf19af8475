import type { KernelNode, TensorType } from "@thimble/core";

/** TFLM sums int16 × int8 in 32 bits where the bias, or the bias that a converter would have made, is int32. */
export const accumulatesIn32Bits = (node: KernelNode<{ readonly quantizedBiasType: TensorType }>): boolean =>
  (node.optionalInput(2)?.type ?? node.params.quantizedBiasType) === "int32";
