#include "../esp32_kernels.h"
#include "pools.h"

static pie_q broadcast(int32_t value) {
  const int8_t byte = (int8_t)value;
  return pie_vldbc_8(&byte);
}

/* The greatest tap of each channel, clamped. */
static void pool_block_max(const pool_block *block, const thimble_range *range, int8_t *output) {
  pie_q greatest = broadcast(range->min);
  const int8_t *row = block->input;
  for (int32_t y = 0; y < block->rows; y++, row += block->row_step) {
    for (int32_t x = 0; x < block->columns; x++)
      greatest = pie_vmax_s8(greatest, load_lanes(row + x * block->column_step, block->count, block->buffer));
  }
  store_lanes(pie_vmin_s8(greatest, broadcast(range->max)), output, block->count, block->buffer);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return invoke_pool(node, pool_block_max);
}

THIMBLE_KERNEL(esp32_pie_max_pool_2d_s8, "MAX_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = prepare_pool, .invoke = invoke);
