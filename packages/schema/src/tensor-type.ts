import type { TensorType } from "./tables/enums.ts";

const bits: Readonly<Record<TensorType, number>> = {
  float32: 32,
  float16: 16,
  int32: 32,
  uint8: 8,
  int64: 64,
  string: 0,
  bool: 8,
  int16: 16,
  complex64: 64,
  int8: 8,
  float64: 64,
  complex128: 128,
  uint64: 64,
  resource: 0,
  variant: 0,
  uint32: 32,
  uint16: 16,
  int4: 4,
  bfloat16: 16,
  int2: 2,
  uint4: 4,
  float8_e4m3fn: 8,
  float8_e5m2: 8,
};

/** Bits an element takes in a tensor's data; 0 for `string`, `resource` and `variant`, whose size the type does not say. */
export function bitsPerElement(type: TensorType): number {
  return bits[type];
}

/**
 * Bytes the data of a tensor takes: elements narrower than a byte are packed, the last byte is filled up. 0 for the
 * types without a size of their own.
 */
export function tensorByteLength(type: TensorType, shape: readonly number[]): number {
  const elements = shape.reduce((product, size) => product * size, 1);
  return Math.ceil((elements * bits[type]) / 8);
}
