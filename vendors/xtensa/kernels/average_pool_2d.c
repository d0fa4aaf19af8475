#include <thimble/kit/pool.h>

#include "kernels.h"
#include "shared/hifi.h"

/* The sums of the taps of up to four channels, the first tap's at `input`: products with 1. */
static hifi_int32x4 sum_taps(const thimble_pool *pool, const thimble_window_cursor *at, const int8_t *input,
                             int32_t count) {
  const hifi_int16x4 ones = hifi_movda16(1);
  hifi_int32x4 sums = {{0, 0, 0, 0}};
  for (int32_t y = at->first_row; y < at->end_row; y++, input += pool->windows.row_step) {
    const int8_t *tap = input;
    for (int32_t x = at->first_column; x < at->end_column; x++, tap += pool->windows.column_step)
      sums = hifi_mula16x4(sums, hifi_load_up_to_4(tap, count), ones);
  }
  return sums;
}

/* sum / taps, half away from zero, clamped. */
static int32_t mean_of(int32_t sum, int32_t taps, const thimble_range *range) {
  const int32_t half = taps / 2;
  const int32_t mean = hifi_quos(hifi_add(sum, hifi_movltz(half, hifi_neg(half), sum)), taps);
  return hifi_min(hifi_max(mean, range->min), range->max);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pool *pool = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = pool->windows.depth;
  THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {
    const int32_t taps = (at.end_row - at.first_row) * (at.end_column - at.first_column);
    for (int32_t channel = 0; channel < depth; channel += 4) {
      const int32_t left = depth - channel, count = left < 4 ? left : 4;
      const hifi_int32x4 sums = sum_taps(pool, &at, input + at.start + channel, left);
      for (int32_t i = 0; i < count; i++) hifi_s8(mean_of((int32_t)sums.lane[i], taps, &pool->range), output++);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(average_pool_2d_s8, "AVERAGE_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke);
