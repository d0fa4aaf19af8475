/* Sums of taps. */
#ifndef ARM_PLAIN_TAP_SUMS_H
#define ARM_PLAIN_TAP_SUMS_H

#include "../shared/pool.h"

/* The sums of `channels` channels, up to four. */
static inline void arm_sum_taps(int32_t sums[ARM_POOL_CHANNELS], const arm_pool_taps *taps, const int8_t *input,
                                int32_t channels) {
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  if (channels < ARM_POOL_CHANNELS) {
    for (int32_t i = 0; i < channels; i++) {
      int32_t sum = 0;
      ARM_EACH_TAP(taps, input + i, tap) sum += *tap;
      sums[i] = sum;
    }
    return;
  }
  ARM_EACH_TAP(taps, input, tap) {
    sum0 += tap[0];
    sum1 += tap[1];
    sum2 += tap[2];
    sum3 += tap[3];
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
