/* Two roundings of a sum: of its product with a multiplier, and of the shift behind it. */
#ifndef ARM_ROUND_TWICE_H
#define ARM_ROUND_TWICE_H

#include "dsp.h"

/* Of x * multiplier / 2^31 / 2^shift. */
enum { ARM_LEAST_SHIFT = 1 };

/* What `arm_requantize` shifts by. */
static inline int32_t arm_last_shift(int32_t shift) { return shift; }

/*
 * x * multiplier / 2^31 / 2^shift rounded half up, then half away from zero, plus what `rounding` holds beside half of
 * 2^last; |x| < 2^30.
 */
static inline int32_t arm_requantize(int32_t x, int32_t multiplier, int32_t rounding, int32_t last) {
  const int32_t high = dsp_smmulr(2 * x, multiplier);
  return (high + (high >> 31) + rounding) >> last;
}

#endif
