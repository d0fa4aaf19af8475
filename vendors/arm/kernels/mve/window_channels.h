/* Channels at a window, each one a lane. */
#ifndef ARM_MVE_WINDOW_CHANNELS_H
#define ARM_MVE_WINDOW_CHANNELS_H

#include "../shared/window_channels.h"
#include "lanes.h"

/* The outputs of `count` channels, from `input` and `filter` on. */
static inline void arm_store_window(const arm_window *window, const int8_t *input, const int8_t *filter,
                                    const arm_channel *channels, int32_t count, const arm_outputs *outputs,
                                    int8_t *output) {
  const arm_pool_taps taps = window->taps;
  const mve_pred16_t some = vctp32q((uint32_t)count);
  const arm_lane_outputs all = arm_lane_outputs_of(outputs);
  const int32_t filter_column = window->filter_column, offset = window->offset;
  int32x4_t sums = vdupq_n_s32(0);
  for (int32_t y = taps.rows; y > 0; y--, input += taps.row_step, filter += window->filter_row) {
    const int8_t *from = input, *weights = filter;
    for (int32_t left = taps.columns; left > 0; left--, from += taps.column_step, weights += filter_column) {
      const int32x4_t x = vaddq_n_s32(vldrbq_z_s32(from, some), offset);
      sums = vaddq_s32(sums, vmulq_s32(x, vldrbq_z_s32(weights, some)));
    }
  }
  vstrbq_p_s32(output, arm_store_channels(sums, channels, &all), some);
}

#endif
