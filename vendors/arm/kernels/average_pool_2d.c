#include <thimble/kit/divide.h>

#include "arm_kernels.h"
#include "shared/tap_sums.h"

/* The outputs of some channels at a window, of their taps from `input` on. */
static void average(const thimble_pool *pool, const arm_pool_taps *taps, const int8_t *input, int32_t channels,
                    int8_t *output) {
  const int32_t count = taps->rows * taps->columns;
  int32_t sums[ARM_POOL_CHANNELS];
  arm_sum_taps(sums, taps, input, channels);
  for (int32_t i = 0; i < channels; i++) {
    output[i] = (int8_t)thimble_clamp(thimble_rounding_divide(sums[i], count), pool->range.min, pool->range.max);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pool *pool = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {
    const arm_pool_taps taps = arm_pool_taps_of(&pool->windows, &at);
    const int8_t *from = input + at.start;
    int32_t left = pool->windows.depth;
    for (; left >= ARM_POOL_CHANNELS; left -= ARM_POOL_CHANNELS) {
      average(pool, &taps, from, ARM_POOL_CHANNELS, output);
      from += ARM_POOL_CHANNELS;
      output += ARM_POOL_CHANNELS;
    }
    if (left > 0) average(pool, &taps, from, left, output);
    output += left;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_average_pool_2d_s8, "AVERAGE_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .supports = arm_supports_pool, .prepare = thimble_prepare_pool, .invoke = invoke);
