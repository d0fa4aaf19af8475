#include <thimble/kit/divide.h>

#include "../esp32_kernels.h"
#include "pools.h"
#include "sums.h"

/* Numbers of 8 bits that a sum of 20 bits has room for. */
enum { MOST_TAPS = (1 << (PIE_SUM_BITS - 1)) / (1 << 7) - 1 };

/* The sum of each channel's taps: products with 1. */
static void sum_block(const pool_block *block, int32_t *sums) {
  static const int8_t one = 1;
  const pie_q ones = pie_vldbc_8(&one);
  pie_qacc qacc = pie_zero_qacc();
  int32_t room = MOST_TAPS;
  const int8_t *row = block->input;
  clear_sums(sums, block->count);
  for (int32_t y = 0; y < block->rows; y++, row += block->row_step) {
    for (int32_t x = 0; x < block->columns; x++, room--) {
      if (room == 0) {
        add_sums(&qacc, sums, block->count);
        qacc = pie_zero_qacc();
        room = MOST_TAPS;
      }
      const pie_q taps = load_lanes(row + x * block->column_step, block->count, block->buffer);
      qacc = pie_vmulas_s8_qacc(qacc, taps, ones);
    }
  }
  add_sums(&qacc, sums, block->count);
}

/* sum / count, half away from zero. */
static int32_t divide(int32_t sum, int32_t half, int32_t count) {
  return lx7_quos(lx7_add(sum, lx7_movltz(half, lx7_neg(half), sum)), count);
}

/* The mean of each channel's taps, clamped. */
static void pool_block_average(const pool_block *block, const thimble_range *range, int8_t *output) {
  const int32_t taps = block->rows * block->columns;
  int32_t sums[PIE_LANES];
  sum_block(block, sums);
  for (int32_t i = 0; i < block->count; i++) {
    const int32_t mean = divide(lx7_l32i(&sums[i]), taps / 2, taps);
    lx7_s8i(lx7_min(lx7_max(mean, range->min), range->max), output + i);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return invoke_pool(node, pool_block_average);
}

THIMBLE_KERNEL(esp32_pie_average_pool_2d_s8, "AVERAGE_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = prepare_pool, .invoke = invoke);
