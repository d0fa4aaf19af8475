/* Sums of taps: each channel a lane. */
#ifndef ARM_MVE_TAP_SUMS_H
#define ARM_MVE_TAP_SUMS_H

#include "../shared/mve.h"
#include "../shared/pool.h"

/* The sums of `channels` channels, up to four. */
static inline void arm_sum_taps(int32_t sums[ARM_POOL_CHANNELS], const arm_pool_taps *taps, const int8_t *input,
                                int32_t channels) {
  const mve_pred16_t some = vctp32q((uint32_t)channels);
  int32x4_t sum = vdupq_n_s32(0);
  ARM_EACH_TAP(taps, input, tap) sum = vaddq_s32(sum, vldrbq_z_s32(tap, some));
  vstrwq_s32(sums, sum);
}

#endif
