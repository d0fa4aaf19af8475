/*
 * Accumulators to the scale of an output: TFLite's MultiplyByQuantizedMultiplier in its variants. All compute
 * x * multiplier * 2^(shift - 31); they differ in how often they round, and in the width of x. Kernels are built with two
 * roundings of 32-bit accumulators, and with one where THIMBLE_SINGLE_ROUNDING is defined.
 */
#ifndef THIMBLE_KIT_REQUANTIZE_H
#define THIMBLE_KIT_REQUANTIZE_H

#include "divide.h"
#include "quantize_multiplier.h"

/** x, or the bound that it is beyond. */
static inline int32_t thimble_clamp(int32_t x, int32_t min, int32_t max) {
  return x < min ? min : x > max ? max : x;
}

/**
 * Two roundings (THIMBLE_ROUNDING_DOUBLE), TFLM's default: a doubling high multiply, then a division by a power of two.
 * A shift to the left wraps.
 */
static inline int32_t thimble_requantize_double(int32_t x, thimble_multiplier factor) {
  const int32_t left = factor.shift > 0 ? factor.shift & 31 : 0;
  const int32_t right = factor.shift > 0 ? 0 : -factor.shift;
  const int32_t shifted = (int32_t)((uint32_t)x << left);
  return thimble_rounding_divide_by_pot(thimble_high_multiply(shifted, factor.multiplier), right);
}

/**
 * One rounding, half up, of the whole product (THIMBLE_ROUNDING_SINGLE): TFLM built with TFLITE_SINGLE_ROUNDING. The low 32
 * bits of the result.
 */
static inline int32_t thimble_requantize_single(int32_t x, thimble_multiplier factor) {
  const int32_t right = 31 - factor.shift;
  const int64_t product = (int64_t)x * factor.multiplier;
  if (right <= 0) return right > -32 ? (int32_t)((uint32_t)product << -right) : 0;
  return (int32_t)((product + (INT64_C(1) << (right - 1))) >> right);
}

/** As often as the build says: the rounding of THIMBLE_EXACT_REQUANTIZED. */
static inline int32_t thimble_requantize(int32_t x, thimble_multiplier factor) {
#if defined(THIMBLE_SINGLE_ROUNDING)
  return thimble_requantize_single(x, factor);
#else
  return thimble_requantize_double(x, factor);
#endif
}

/** A multiplier of 31 bits rounded to 15, as the variant for 64-bit accumulators takes it. */
static inline int32_t thimble_reduced_multiplier(int32_t multiplier) {
  return multiplier < 0x7fff0000 ? (multiplier + 0x8000) >> 16 : 0x7fff;
}

/**
 * One rounding, half up, of a 64-bit accumulator (int16 activations), exact for |x| < 2^47; the low 32 bits of the result.
 * A product of more than 64 bits wraps.
 */
static inline int32_t thimble_requantize_64(int64_t x, thimble_multiplier factor) {
  const int32_t right = 15 - factor.shift;
  const uint64_t product = (uint64_t)x * (uint64_t)thimble_reduced_multiplier(factor.multiplier);
  return (int32_t)((int64_t)(product + (UINT64_C(1) << (right - 1))) >> right);
}

#endif
