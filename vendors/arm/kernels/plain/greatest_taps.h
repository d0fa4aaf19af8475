/* The greatest tap of each channel, four channels at a time. */
#ifndef ARM_PLAIN_GREATEST_TAPS_H
#define ARM_PLAIN_GREATEST_TAPS_H

#include "../shared/pool.h"

static inline int32_t arm_greater(int32_t a, int32_t b) { return a > b ? a : b; }
static inline int8_t arm_at_most(int32_t a, int32_t max) { return (int8_t)(a < max ? a : max); }

/* Stores the outputs of `depth` channels from `input` on. */
static inline void arm_store_greatest(int8_t *output, const arm_pool_taps *taps, const int8_t *input, int32_t depth,
                                      thimble_range range) {
  for (; depth >= ARM_POOL_CHANNELS; depth -= ARM_POOL_CHANNELS, input += ARM_POOL_CHANNELS) {
    int32_t first = range.min, second = first, third = first, last = first;
    ARM_EACH_TAP(taps, input, tap) {
      first = arm_greater(first, tap[0]);
      second = arm_greater(second, tap[1]);
      third = arm_greater(third, tap[2]);
      last = arm_greater(last, tap[3]);
    }
    *output++ = arm_at_most(first, range.max);
    *output++ = arm_at_most(second, range.max);
    *output++ = arm_at_most(third, range.max);
    *output++ = arm_at_most(last, range.max);
  }
  for (; depth > 0; depth--, input++) {
    int32_t greatest = range.min;
    ARM_EACH_TAP(taps, input, tap) greatest = arm_greater(greatest, *tap);
    *output++ = arm_at_most(greatest, range.max);
  }
}

#endif
