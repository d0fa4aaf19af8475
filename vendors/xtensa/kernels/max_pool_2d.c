#include <thimble/kit/pool.h>

#include "kernels.h"
#include "shared/hifi.h"

/* The greatest tap of each of up to sixteen channels, the first tap's at `input`, clamped. */
static hifi_int8x16 greatest_of(const thimble_pool *pool, const thimble_window_cursor *at, const int8_t *input,
                                int32_t count) {
  hifi_int8x16 greatest = hifi_movda8(pool->range.min);
  for (int32_t y = at->first_row; y < at->end_row; y++, input += pool->windows.row_step) {
    const int8_t *tap = input;
    for (int32_t x = at->first_column; x < at->end_column; x++, tap += pool->windows.column_step)
      greatest = hifi_max8(greatest, hifi_lav8x8x2(tap, count));
  }
  return hifi_min8(greatest, hifi_movda8(pool->range.max));
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pool *pool = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = pool->windows.depth;
  THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {
    for (int32_t channel = 0; channel < depth; channel += 16) {
      const int32_t left = depth - channel, count = left < 16 ? left : 16;
      hifi_sav8x8x2(greatest_of(pool, &at, input + at.start + channel, count), output + channel, count);
    }
    output += depth;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(max_pool_2d_s8, "MAX_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke);
