/* The greatest tap of each channel, sixteen channels at a time. */
#ifndef ARM_MVE_GREATEST_TAPS_H
#define ARM_MVE_GREATEST_TAPS_H

#include "../shared/mve.h"
#include "../shared/pool.h"

/* Stores the outputs of `depth` channels from `input` on. */
static inline void arm_store_greatest(int8_t *output, const arm_pool_taps *taps, const int8_t *input, int32_t depth,
                                      thimble_range range) {
  const int8x16_t min = vdupq_n_s8((int8_t)range.min), max = vdupq_n_s8((int8_t)range.max);
  for (; depth > 0; depth -= 16, input += 16, output += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)depth);
    int8x16_t greatest = min;
    ARM_EACH_TAP(taps, input, tap) greatest = vmaxq_s8(greatest, vldrbq_z_s8(tap, some));
    vstrbq_p_s8(output, vminq_s8(greatest, max), some);
  }
}

#endif
