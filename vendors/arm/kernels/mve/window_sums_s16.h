/* Sums of int16 at a window, each channel a lane. */
#ifndef ARM_MVE_WINDOW_SUMS_S16_H
#define ARM_MVE_WINDOW_SUMS_S16_H

#include "../shared/mve.h"
#include "../shared/window.h"

/* The sums of `channels` channels, from `input` and `filter` on; of up to 511 taps. */
static inline void arm_sum_window_s16(int32_t *sums, const arm_window *window, const int16_t *input,
                                      const int8_t *filter, int32_t channels) {
  const arm_pool_taps taps = window->taps;
  const mve_pred16_t some = vctp32q((uint32_t)channels);
  const int32_t filter_column = window->filter_column;
  int32x4_t sum = vdupq_n_s32(0);
  for (int32_t y = taps.rows; y > 0; y--, input += taps.row_step, filter += window->filter_row) {
    const int16_t *from = input;
    const int8_t *weights = filter;
    for (int32_t left = taps.columns; left > 0; left--, from += taps.column_step, weights += filter_column) {
      sum = vaddq_s32(sum, vmulq_s32(vldrhq_z_s32(from, some), vldrbq_z_s32(weights, some)));
    }
  }
  vstrwq_s32(sums, sum);
}

#endif
