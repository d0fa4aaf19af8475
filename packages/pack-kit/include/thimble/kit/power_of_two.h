/* Powers of two as doubles, without a math library. */
#ifndef THIMBLE_KIT_POWER_OF_TWO_H
#define THIMBLE_KIT_POWER_OF_TWO_H

#include <stdint.h>

/** 2^exponent, -1022 to 1023. */
static inline double thimble_power_of_two(int32_t exponent) {
  const uint64_t bits = (uint64_t)(exponent + 1023) << 52;
  double result;
  __builtin_memcpy(&result, &bits, sizeof result);
  return result;
}

/** The exponent of the power of two next to a positive number, by its logarithm. */
static inline int32_t thimble_nearest_power(double x) {
  const double root_of_two = 1.4142135623730951;
  int32_t power = 0;
  for (; x >= root_of_two; power++) x /= 2;
  for (; x < root_of_two / 2; power--) x *= 2;
  return power;
}

/** x as a 32-bit integer, saturated, toward zero. */
static inline int32_t thimble_saturate_s32(double x) {
  return x >= INT32_MAX ? INT32_MAX : x <= INT32_MIN ? INT32_MIN : (int32_t)x;
}

#endif
