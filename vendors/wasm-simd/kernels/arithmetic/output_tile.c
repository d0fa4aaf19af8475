#include "output_tile.h"

/* Clamped already, so that narrowing keeps the values. */
static v128_t requantize_one_by_one(v128_t sum, const requantize_block *block, int32_t first,
                                    const output_range *range) {
  int32_t lane[4];
  wasm_v128_store(lane, sum);
  for (int32_t i = 0; i < 4; i++) {
    lane[i] = requantize_scalar(lane[i], block->multiplier[first + i], block->addend[first + i], *range);
  }
  return wasm_v128_load(lane);
}

static void limit(output_sums sum, int32_t rows, const requantize_block *block) {
  for (int32_t row = 0; row < rows; row++) {
    for (int32_t half = 0; half < 2; half++) {
      const v128_t lowest = wasm_v128_load(&block->lowest[4 * half]), highest = wasm_v128_load(&block->highest[4 * half]);
      sum[row][half] = wasm_i32x4_min(wasm_i32x4_max(sum[row][half], lowest), highest);
    }
  }
}

void store_few_channels(int8_t *output, v128_t values, int32_t channels) {
  uint64_t bytes = (uint64_t)wasm_i64x2_extract_lane(values, 0);
  for (int32_t channel = 0; channel < channels; channel++) {
    output[channel] = (int8_t)bytes;
    bytes >>= 8;
  }
}

static void store_channels(int8_t *output, v128_t values, int32_t channels) {
  if (channels >= REQUANTIZE_CHANNELS) {
    wasm_v128_store64_lane(output, values, 0);
  } else {
    store_few_channels(output, values, channels);
  }
}

void finish_rare_tile(output_sums sum, int32_t rows, const requantize_block *block, const output_range *range,
                      int8_t *output, int32_t row_stride, int32_t channels) {
  const v128_t min = wasm_i8x16_splat((int8_t)range->activation_min);
  const v128_t max = wasm_i8x16_splat((int8_t)range->activation_max);
  if (block->mode == REQUANTIZE_ONE_BY_ONE) {
    for (int32_t row = 0; row < rows; row++) {
      sum[row][0] = requantize_one_by_one(sum[row][0], block, 0, range);
      sum[row][1] = requantize_one_by_one(sum[row][1], block, 4, range);
    }
  } else {
    if (block->mode == REQUANTIZE_LIMITED) limit(sum, rows, block);
    requantize_tile(sum, OUTPUT_TILE_ROWS, block, block->shift, false);
  }
  for (int32_t row = 0; row < rows; row++) {
    store_channels(output, narrow_rows(sum[row], sum[row], min, max), channels);
    output += row_stride;
  }
}

void finish_rare_row(v128_t low, v128_t high, const requantize_block *block, const output_range *range, int8_t *output,
                     int32_t channels) {
  output_sums sum = {{low, high}};
  finish_rare_tile(sum, 1, block, range, output, 0, channels);
}
