/* A factor that is the same for all sums, and the few instructions for it where they suffice. */
#ifndef ARM_SCALING_H
#define ARM_SCALING_H

#include <thimble/kit/requantize.h>

#include "requantize.h"

typedef struct arm_scaling {
  thimble_multiplier factor;
  /* Where it is not 0, sums are less than 2^30 and factor.shift is -1 to -21: half of 2^-shift. */
  int32_t rounding;
} arm_scaling;

/* [prepare] Of sums of a magnitude of at most `most`. */
static inline arm_scaling arm_scaling_of(thimble_multiplier factor, int64_t most) {
  const int32_t shift = -factor.shift;
  return (arm_scaling){factor, most < ARM_SUM_END && arm_is_shift(shift) ? 1 << (shift - 1) : 0};
}

/* The scaled sum. */
static inline int32_t arm_scale(int32_t sum, const arm_scaling *by) {
  if (by->rounding == 0) return thimble_requantize(sum, by->factor);
  return arm_requantize(sum, by->factor.multiplier, by->rounding, -by->factor.shift);
}

#endif
