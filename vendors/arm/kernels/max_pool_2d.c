#include "arm_kernels.h"
#include "shared/greatest_taps.h"

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pool *pool = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = pool->windows.depth;
  THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {
    const arm_pool_taps taps = arm_pool_taps_of(&pool->windows, &at);
    arm_store_greatest(output, &taps, input + at.start, depth, pool->range);
    output += depth;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_max_pool_2d_s8, "MAX_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .supports = arm_supports_pool, .prepare = thimble_prepare_pool, .invoke = invoke);
