/* A factor that is the same for all sums, and the few instructions for it where they suffice. */
#ifndef ARM_SCALING_H
#define ARM_SCALING_H

#include <thimble/kit/requantize.h>

#include "requantize.h"

typedef struct arm_scaling {
  thimble_multiplier factor;
  /* Where the few instructions suffice: half of 2^last. Else 0. */
  int32_t rounding;
  int32_t last;
} arm_scaling;

/* [prepare] Of sums of a magnitude of at most `most`. */
static inline arm_scaling arm_scaling_of(thimble_multiplier factor, int64_t most) {
  if (most >= ARM_SUM_END || !arm_is_shift(-factor.shift)) return (arm_scaling){factor, 0, 0};
  const int32_t last = arm_last_shift(-factor.shift);
  return (arm_scaling){factor, 1 << (last - 1), last};
}

/* The scaled sum, where the few instructions suffice. */
static inline int32_t arm_scale_bounded(int32_t sum, const arm_scaling *by) {
  return arm_requantize(sum, by->factor.multiplier, by->rounding, by->last);
}

/* The scaled sum. */
static inline int32_t arm_scale(int32_t sum, const arm_scaling *by) {
  if (by->rounding == 0) return thimble_requantize(sum, by->factor);
  return arm_scale_bounded(sum, by);
}

#endif
