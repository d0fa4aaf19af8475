/* The end of a sum: two roundings and a clamp in few instructions. */
#ifndef ARM_REQUANTIZE_H
#define ARM_REQUANTIZE_H

#include <stdint.h>

#include "dsp.h"

#if defined(__ARM_FEATURE_SAT)
#include <arm_acle.h>
#endif

/* x, or the end of int8 that it is beyond. */
static inline int32_t arm_saturate_s8(int32_t x) {
#if defined(__ARM_FEATURE_SAT)
  return __ssat(x, 8);
#else
  return x < INT8_MIN ? INT8_MIN : x > INT8_MAX ? INT8_MAX : x;
#endif
}

/* What |x| is less than, and the greatest shift, where the few instructions below give the reference's roundings. */
enum { ARM_SUM_END = 1 << 30, ARM_MOST_SHIFT = 21 };

static inline int32_t arm_is_shift(int32_t shift) { return shift >= 1 && shift <= ARM_MOST_SHIFT; }

/* x * multiplier / 2^31, rounded half up; |x| < 2^30. */
static inline int32_t arm_high_multiply(int32_t x, int32_t multiplier) { return dsp_smmulr(2 * x, multiplier); }

/* x * multiplier / 2^31 / 2^shift rounded twice, plus what `rounding` holds beside a half; |x| < 2^30, shift >= 1. */
static inline int32_t arm_requantize(int32_t x, int32_t multiplier, int32_t rounding, int32_t shift) {
  const int32_t high = arm_high_multiply(x, multiplier);
  return (high + (high >> 31) + rounding) >> shift;
}

#endif
