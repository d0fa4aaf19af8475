/* Clamps of numbers that are not quantized. */
#ifndef PORTABLE_PLAIN_H
#define PORTABLE_PLAIN_H

#include <thimble/kit/activation_range.h>

/* NaN stays. */
static inline float clamp_f32(float x, const thimble_range_f32 *range) {
  const float at_least = x < range->min ? range->min : x;
  return at_least > range->max ? range->max : at_least;
}

/* A number of 32 bits that wrapped. */
static inline int32_t clamp_s32(uint32_t x, const thimble_range *range) {
  const int32_t value = (int32_t)x;
  return value < range->min ? range->min : value > range->max ? range->max : value;
}

#endif
