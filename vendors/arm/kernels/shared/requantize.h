/* The end of a sum: its scale, and a clamp, in few instructions. */
#ifndef ARM_REQUANTIZE_H
#define ARM_REQUANTIZE_H

#include <stdint.h>

#if defined(THIMBLE_SINGLE_ROUNDING)
#include "round_once.h"
#else
#include "round_twice.h"
#endif

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

/* What |x| is less than, and the greatest shift, where the few instructions give the reference's rounding. */
enum { ARM_SUM_END = 1 << 30, ARM_MOST_SHIFT = 21 };

static inline int32_t arm_is_shift(int32_t shift) { return shift >= ARM_LEAST_SHIFT && shift <= ARM_MOST_SHIFT; }

#endif
