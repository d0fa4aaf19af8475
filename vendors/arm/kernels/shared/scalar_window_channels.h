/* Channels at a window, each one stored by itself. */
#ifndef ARM_SCALAR_WINDOW_CHANNELS_H
#define ARM_SCALAR_WINDOW_CHANNELS_H

#include "tap_products.h"
#include "window_channels.h"

/* The sum of one channel's products. */
static int32_t arm_sum_window(const arm_window *window, const int8_t *input, const int8_t *filter) {
  const arm_pool_taps *taps = &window->taps;
  uint32_t sum = 0;
  for (int32_t y = taps->rows; y > 0; y--, input += taps->row_step, filter += window->filter_row) {
    const int8_t *x = input, *weight = filter;
    for (int32_t left = taps->columns; left > 0; left--, x += taps->column_step, weight += window->filter_column) {
      sum += (uint32_t)((*x + window->offset) * *weight);
    }
  }
  return (int32_t)sum;
}

/* Those of four channels. */
static void arm_sum_windows(int32_t *sums, const arm_window *window, const int8_t *input, const int8_t *filter) {
  const arm_pool_taps *taps = &window->taps;
  for (int32_t i = 0; i < ARM_WINDOW_CHANNELS; i++) sums[i] = 0;
  for (int32_t y = taps->rows; y > 0; y--, input += taps->row_step, filter += window->filter_row) {
    arm_add_row_products(sums, input, taps->column_step, filter, window->filter_column, taps->columns, window->offset);
  }
}

/* The outputs of `count` channels, from `input` and `filter` on. */
static inline void arm_store_window(const arm_window *window, const int8_t *input, const int8_t *filter,
                                    const arm_channel *channels, int32_t count, const arm_outputs *outputs,
                                    int8_t *output) {
  int32_t sums[ARM_WINDOW_CHANNELS];
  if (count == ARM_WINDOW_CHANNELS) arm_sum_windows(sums, window, input, filter);
  else for (int32_t i = 0; i < count; i++) sums[i] = arm_sum_window(window, input + i, filter + i);
  for (int32_t i = 0; i < count; i++, channels++) {
    const int32_t total = (int32_t)((uint32_t)sums[i] + (uint32_t)channels->bias);
    output[i] = outputs->is_plain ? arm_store_plain(total, channels) : arm_store(total, channels, outputs);
  }
}

#endif
