#ifndef THIMBLE_ARITHMETIC_REQUANTIZE_SCALAR_H
#define THIMBLE_ARITHMETIC_REQUANTIZE_SCALAR_H

#include <stdint.h>

/*
 * Requantization of one accumulator, in 64 bits, as the reference kernels define it (MultiplyByQuantizedMultiplier with
 * two roundings). A multiplier lies in [2^30, 2^31) or is 0; a positive shift goes left, a negative one right.
 */

/* (a * b + 2^30) / 2^31, rounded down. */
static inline int32_t rounding_doubling_high_mul(int32_t a, int32_t b) {
  return (int32_t)(((int64_t)a * b + (INT64_C(1) << 30)) >> 31);
}

/* x / 2^exponent, rounded to nearest, halves away from zero. */
static inline int32_t rounding_divide_by_power_of_two(int32_t x, int32_t exponent) {
  const int64_t half = (INT64_C(1) << exponent) >> 1;
  const int64_t toward_zero = exponent > 0 && x < 0;
  return (int32_t)(((int64_t)x + half - toward_zero) >> exponent);
}

static inline int32_t multiply_by_quantized_multiplier(int32_t x, int32_t multiplier, int32_t shift) {
  const int32_t left = shift > 0 ? shift : 0;
  const int32_t right = shift > 0 ? 0 : -shift;
  const int32_t shifted = (int32_t)((uint32_t)x << left);
  return rounding_divide_by_power_of_two(rounding_doubling_high_mul(shifted, multiplier), right);
}

/*
 * The same factor on a 64-bit accumulator, as the int16 kernels apply it: a multiplier of 15 bits, rounded once, half
 * up. The result is the lower 32 bits.
 */
static inline int32_t multiply_by_reduced_multiplier(int64_t x, int32_t multiplier, int32_t shift) {
  const int32_t reduced = multiplier < 0x7fff0000 ? (multiplier + (1 << 15)) >> 16 : 0x7fff;
  const int32_t total_shift = 15 - shift;
  const uint64_t product = (uint64_t)x * (uint64_t)reduced + (UINT64_C(1) << (total_shift - 1));
  return (int32_t)((int64_t)product >> total_shift);
}

/* What a layer does with its accumulators: the parameters common to all its channels. */
typedef struct {
  int32_t zero_point;
  int32_t activation_min;
  int32_t activation_max;
} output_range;

static inline int32_t offset_and_clamp(int32_t scaled, output_range range) {
  const int32_t value = (int32_t)((uint32_t)scaled + (uint32_t)range.zero_point);
  if (value < range.activation_min) return range.activation_min;
  return value > range.activation_max ? range.activation_max : value;
}

static inline int32_t requantize_scalar(int32_t accumulator, int32_t multiplier, int32_t shift, output_range range) {
  return offset_and_clamp(multiply_by_quantized_multiplier(accumulator, multiplier, shift), range);
}

typedef enum {
  /* All 64 bits of a sum, a multiplier of 15 bits, rounded once. */
  REQUANTIZE_64_BITS,
  /* The lower 32 bits of a sum, rounded twice as for int8. */
  REQUANTIZE_32_BITS,
} accumulator_width;

static inline int32_t requantize_wide(int64_t accumulator, int32_t multiplier, int32_t shift, accumulator_width width,
                                      output_range range) {
  if (width == REQUANTIZE_32_BITS) return requantize_scalar((int32_t)accumulator, multiplier, shift, range);
  return offset_and_clamp(multiply_by_reduced_multiplier(accumulator, multiplier, shift), range);
}

#endif
