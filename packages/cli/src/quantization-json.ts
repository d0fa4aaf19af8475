import type { Quantization } from "@thimble/core";

/** A tensor's quantization in a JSON document. */
export interface QuantizationJson {
  readonly scale: readonly number[];
  readonly zeroPoint: readonly number[];
  readonly dimension: number;
}

/** Plain data for a quantization that may be a view of a model; `null` where the tensor has none. */
export const quantizationJson = (quantization: Quantization | undefined): QuantizationJson | null =>
  quantization
    ? {
        scale: [...quantization.scale],
        zeroPoint: [...quantization.zeroPoint],
        dimension: quantization.dimension,
      }
    : null;
