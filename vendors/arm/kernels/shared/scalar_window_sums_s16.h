/* Sums of int16 at a window, four channels along a row of taps. */
#ifndef ARM_SCALAR_WINDOW_SUMS_S16_H
#define ARM_SCALAR_WINDOW_SUMS_S16_H

#include "tap_products_s16.h"
#include "window.h"

/* Adds the products of fewer channels at a row of taps. */
static void arm_add_few_products_s16(int32_t *sums, const arm_window *window, const int16_t *input,
                                     const int8_t *weights, int32_t channels) {
  for (int32_t left = window->taps.columns; left > 0; left--) {
    for (int32_t i = 0; i < channels; i++) sums[i] += input[i] * weights[i];
    input += window->taps.column_step;
    weights += window->filter_column;
  }
}

/* The sums of `channels` channels, from `input` and `filter` on; of up to 511 taps. */
static void arm_sum_window_s16(int32_t *sums, const arm_window *window, const int16_t *input, const int8_t *filter,
                               int32_t channels) {
  const arm_pool_taps *taps = &window->taps;
  for (int32_t i = 0; i < ARM_WINDOW_CHANNELS; i++) sums[i] = 0;
  for (int32_t y = taps->rows; y > 0; y--, input += taps->row_step, filter += window->filter_row) {
    if (channels < ARM_WINDOW_CHANNELS) arm_add_few_products_s16(sums, window, input, filter, channels);
    else arm_add_row_products_s16(sums, input, taps->column_step, filter, window->filter_column, taps->columns);
  }
}

#endif
