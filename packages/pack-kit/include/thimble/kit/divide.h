/* Rounding division of integers, as gemmlowp's fixedpoint.h defines it. */
#ifndef THIMBLE_KIT_DIVIDE_H
#define THIMBLE_KIT_DIVIDE_H

#include <stdint.h>

/** x / 2^exponent to the nearest integer, half away from zero (RoundingDivideByPOT); exponent 0 to 31. */
static inline int32_t thimble_rounding_divide_by_pot(int32_t x, int32_t exponent) {
  const int32_t mask = (int32_t)((UINT32_C(1) << exponent) - 1);
  const int32_t threshold = (mask >> 1) + (x < 0);
  return (x >> exponent) + ((x & mask) > threshold);
}

/** dividend / divisor to the nearest integer, half away from zero; divisor > 0, |dividend| + divisor / 2 < 2^31. */
static inline int32_t thimble_rounding_divide(int32_t dividend, int32_t divisor) {
  const int32_t half = divisor / 2;
  return (dividend > 0 ? dividend + half : dividend - half) / divisor;
}

/** (a * b + 2^30) / 2^31 rounded down, saturated (SaturatingRoundingDoublingHighMul). */
static inline int32_t thimble_high_multiply(int32_t a, int32_t b) {
  if (a == INT32_MIN && b == INT32_MIN) return INT32_MAX;
  return (int32_t)(((int64_t)a * b + (INT64_C(1) << 30)) >> 31);
}

#endif
