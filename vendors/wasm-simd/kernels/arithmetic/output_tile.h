#ifndef THIMBLE_ARITHMETIC_OUTPUT_TILE_H
#define THIMBLE_ARITHMETIC_OUTPUT_TILE_H

#include <stdbool.h>
#include <stdint.h>

#include "inlined.h"
#include "requantize.h"

/*
 * From the accumulators of a tile to its outputs. A tile is `rows` pixels (a constant up to 6, so that loops unroll) of
 * eight channels: sum[row][0] holds channels 0 to 3 and sum[row][1] channels 4 to 7. It stays in registers throughout.
 */

enum {
  OUTPUT_TILE_ROWS = 6,
  /* Tiles of as many rows are the usual ones, with requantization of their own for layers behind a RELU. */
  LARGE_TILE_ROWS = 4,
};

typedef v128_t output_sums[OUTPUT_TILE_ROWS][2];

typedef struct {
  int8_t *data;
  /* Bytes between neighbouring pixels. */
  int32_t row_stride;
  /* Of the tile's eight channels, those that exist. */
  int32_t channels;
} output_tile;

/* Stores the first `channels` (less than eight) bytes of `values`. */
void store_few_channels(int8_t *output, v128_t values, int32_t channels);

/*
 * Requantizes `sum` in place, all rows, and stores `rows` of them: for any mode and any number of channels, out of
 * the way of the usual ones.
 */
void finish_rare_tile(output_sums sum, int32_t rows, const requantize_block *block, const output_range *range,
                      int8_t *output, int32_t row_stride, int32_t channels);

INLINED void requantize_tile(output_sums sum, int rows, const requantize_block *block, int32_t shift,
                             bool rectified) {
#pragma clang loop unroll(full)
  for (int half = 0; half < 2; half++) {
    const requantize_lanes lanes = lanes_of(block, 4 * half);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      sum[row][half] = requantize_four(sum[row][half], &lanes, shift, rectified);
    }
  }
}

static inline v128_t narrow_rows(const v128_t *row0, const v128_t *row1, v128_t min, v128_t max) {
  const v128_t low = wasm_i16x8_narrow_i32x4(row0[0], row0[1]);
  const v128_t high = wasm_i16x8_narrow_i32x4(row1[0], row1[1]);
  return wasm_i8x16_min(wasm_i8x16_max(wasm_i8x16_narrow_i16x8(low, high), min), max);
}

INLINED void store_tile(output_sums sum, int rows, const output_range *range, const output_tile *output) {
  const v128_t min = wasm_i8x16_splat((int8_t)range->activation_min);
  const v128_t max = wasm_i8x16_splat((int8_t)range->activation_max);
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row += 2) {
    const int second = row + 1 < rows ? row + 1 : row;
    const v128_t values = narrow_rows(sum[row], sum[second], min, max);
    wasm_v128_store64_lane(output->data + row * output->row_stride, values, 0);
    if (second != row) wasm_v128_store64_lane(output->data + second * output->row_stride, values, 1);
  }
}

/* finish_row for any mode. */
void finish_rare_row(v128_t low, v128_t high, const requantize_block *block, const output_range *range, int8_t *output,
                     int32_t channels);

/* As finish_tile, for a single row. */
INLINED void finish_row(v128_t *sum, const requantize_block *block, const output_range *range, int8_t *output,
                        int32_t channels) {
  if (__builtin_expect(!is_plain_block(block), 0)) {
    finish_rare_row(sum[0], sum[1], block, range, output, channels);
    return;
  }
  const requantize_lanes low = lanes_of(block, 0), high = lanes_of(block, 4);
  sum[0] = requantize_four(sum[0], &low, REQUANTIZE_SHIFT, false);
  sum[1] = requantize_four(sum[1], &high, REQUANTIZE_SHIFT, false);
  const v128_t min = wasm_i8x16_splat((int8_t)range->activation_min);
  const v128_t max = wasm_i8x16_splat((int8_t)range->activation_max);
  const v128_t values = narrow_rows(sum, sum, min, max);
  if (channels >= REQUANTIZE_CHANNELS) {
    wasm_v128_store64_lane(output, values, 0);
  } else {
    store_few_channels(output, values, channels);
  }
}

INLINED void finish_tile(output_sums sum, int rows, const requantize_block *block, const output_range *range,
                         const output_tile *output) {
  if (__builtin_expect(is_plain_block(block) && output->channels >= REQUANTIZE_CHANNELS, 1)) {
    if (rows >= LARGE_TILE_ROWS && block->mode == REQUANTIZE_RECTIFIED) {
      requantize_tile(sum, rows, block, REQUANTIZE_SHIFT, true);
    } else {
      requantize_tile(sum, rows, block, REQUANTIZE_SHIFT, false);
    }
    store_tile(sum, rows, range, output);
    return;
  }
  /* A copy: sums whose address is taken would live in memory from the start. */
  output_sums copy = {0};
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    copy[row][0] = sum[row][0];
    copy[row][1] = sum[row][1];
  }
  finish_rare_tile(copy, rows, block, range, output->data, output->row_stride, output->channels);
}

#endif
