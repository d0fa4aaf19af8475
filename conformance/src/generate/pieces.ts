import type { EnumValue, TensorType } from "@thimble/schema";
import fc from "fast-check";
import type { GeneratedQuantization, GeneratedTensor } from "./graph.ts";
import { randomData } from "./random-data.ts";

/** What arbitraries of several operators are put together from. */

/** Extents around the widths of vectors, small ones more often. */
export const extent: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom(7, 8, 9, 12, 15, 16, 17) },
  { weight: 1, arbitrary: fc.integer({ min: 18, max: 40 }) },
);

export const smallExtent: fc.Arbitrary<number> = fc.integer({ min: 1, max: 9 });

export const seed: fc.Arbitrary<number> = fc.nat({ max: 2 ** 31 - 1 });

/** A shape of some rank with at most `most` elements. */
export const shape = (minRank: number, maxRank: number, most = 2000): fc.Arbitrary<readonly number[]> =>
  fc.array(extent, { minLength: minRank, maxLength: maxRank }).map((extents) => {
    let rest = most;
    return extents.map((value) => {
      const kept = Math.min(value, Math.max(1, rest));
      rest = Math.floor(rest / kept);
      return kept;
    });
  });

/** A shape, now and then one without elements. */
export const shapeOrEmpty = (minRank: number, maxRank: number): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(shape(minRank, maxRank), fc.integer({ min: 0, max: 39 }))
    .map(([extents, one]) => (one === 0 ? [0, ...extents.slice(1)] : extents));

/** Positive scales over some orders of magnitude, as float32; powers of two often: halves are exact with them. */
export const scale = (minExponent = -9, maxExponent = 1): fc.Arbitrary<number> =>
  fc
    .tuple(
      fc.integer({ min: minExponent, max: maxExponent }),
      fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat({ max: 2 ** 20 - 1 }) }),
    )
    .map(([exponent, fraction]) => Math.fround(2 ** exponent * (1 + fraction / 2 ** 20)));

/** Zero points of a type: the ends of the range often. Only 8-bit types are asymmetric. */
export const zeroPoint = (type: TensorType): fc.Arbitrary<number> =>
  type === "int8"
    ? fc.oneof(fc.constantFrom(-128, 127, 0, -1), fc.integer({ min: -128, max: 127 }))
    : type === "uint8"
      ? fc.oneof(fc.constantFrom(0, 255, 128), fc.integer({ min: 0, max: 255 }))
      : fc.constant(0);

const isQuantized = (type: TensorType): boolean => type === "int8" || type === "uint8" || type === "int16";

/** One scale (up to 2^`maxExponent` × 2) and zero point for a tensor of the type; none for floats and the like. */
export const quantization = (type: TensorType, maxExponent = 1): fc.Arbitrary<GeneratedQuantization | undefined> =>
  isQuantized(type)
    ? fc.tuple(scale(-9, maxExponent), zeroPoint(type)).map(([s, z]) => ({ scale: [s], zeroPoint: [z] }))
    : fc.constant(undefined);

/** One scale for all of a filter, or one for each of `channels` along `dimension`; zero points are 0. */
export const filterQuantization = (channels: number, dimension: number): fc.Arbitrary<GeneratedQuantization> =>
  fc
    .oneof(fc.constant(1), fc.constant(channels))
    .chain((count) => fc.array(scale(-9, -3), { minLength: count, maxLength: count }))
    .map((scales) => ({ scale: scales, zeroPoint: scales.map(() => 0), dimension }));

export const activation: fc.Arbitrary<EnumValue<"ActivationFunctionType">> = fc.constantFrom(
  "NONE",
  "NONE",
  "RELU",
  "RELU6",
  "RELU_N1_TO_1",
);

export const padding: fc.Arbitrary<EnumValue<"Padding">> = fc.constantFrom("SAME", "VALID");

/** A constant with random data. */
export const constant = (
  type: TensorType,
  shape: readonly number[],
  seed: number,
  quantization?: GeneratedQuantization,
): GeneratedTensor => ({ type, shape, quantization, data: randomData(type, shape, seed) });

/** A constant of given int32 values. */
export const int32s = (values: readonly number[], shape: readonly number[] = [values.length]): GeneratedTensor => ({
  type: "int32",
  shape,
  data: new Uint8Array(Int32Array.from(values).buffer),
});

/** Output positions of a window, as TensorFlow counts them. */
export function positionsOf(
  extent: number,
  window: { readonly size: number; readonly stride: number; readonly dilation: number },
  padding: EnumValue<"Padding">,
): number {
  const covered = (window.size - 1) * window.dilation + 1;
  return Math.max(0, Math.ceil((padding === "SAME" ? extent : extent - covered + 1) / window.stride));
}
