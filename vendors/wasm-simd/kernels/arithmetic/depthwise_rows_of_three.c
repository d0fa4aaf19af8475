#include "depthwise_rows_of_three.h"

#include "inlined.h"

enum { TAPS = 3, LEAST_COLUMNS = 4, MOST_COLUMNS = 8, HALF = CHANNELS / 2 };

bool has_rows_of_three(const conv_shape *shape) {
  return shape->filter_width == TAPS && shape->dilation_width == 1 && shape->stride_width == 1;
}

bool takes_row_of_three(const output_row *row) {
  return row->columns >= LEAST_COLUMNS && row->output.channels >= CHANNELS &&
         is_plain_block(&row->block->requantization);
}

typedef v128_t column_sums[MOST_COLUMNS];

/* One row of taps: each cell meets the first tap of its own window, and later taps of those before. */
INLINED void accumulate_row(column_sums sum, int columns, const dot_value *cell, const dot_weight *weights) {
  const v128_t first = wasm_v128_load(weights);
  const v128_t second = wasm_v128_load(weights + CELL);
  const v128_t third = wasm_v128_load(weights + 2 * CELL);
#pragma clang loop unroll(full)
  for (int i = 0; i < columns + 2; i++) {
    const v128_t values = wasm_v128_load(cell + i * CELL);
    if (i < columns) sum[i] = dot_add(sum[i], values, first);
    if (i >= 1 && i <= columns) sum[i - 1] = dot_add(sum[i - 1], values, second);
    if (i >= 2) sum[i - 2] = dot_add(sum[i - 2], values, third);
  }
}

/* Four channels of up to four columns, the first of them at `to`. */
INLINED void store_columns(const v128_t *sum, int columns, const output_range *range, int8_t *to, int32_t step) {
  const int last = columns - 1;
  const v128_t low = wasm_i16x8_narrow_i32x4(sum[0], sum[last < 1 ? last : 1]);
  const v128_t high = wasm_i16x8_narrow_i32x4(sum[last < 2 ? last : 2], sum[last < 3 ? last : 3]);
  const v128_t min = wasm_i8x16_splat((int8_t)range->activation_min);
  const v128_t max = wasm_i8x16_splat((int8_t)range->activation_max);
  const v128_t values = wasm_i8x16_min(wasm_i8x16_max(wasm_i8x16_narrow_i16x8(low, high), min), max);
  wasm_v128_store32_lane(to, values, 0);
  if (columns > 1) wasm_v128_store32_lane(to + step, values, 1);
  if (columns > 2) wasm_v128_store32_lane(to + 2 * step, values, 2);
  if (columns > 3) wasm_v128_store32_lane(to + 3 * step, values, 3);
}

INLINED void requantize_columns(column_sums sum, int columns, const requantize_lanes *lanes, bool rectified) {
#pragma clang loop unroll(full)
  for (int i = 0; i < columns; i++) sum[i] = requantize_four(sum[i], lanes, REQUANTIZE_SHIFT, rectified);
}

INLINED void finish_columns(column_sums sum, int columns, const output_row *row, int half, int8_t *to) {
  const requantize_block *const block = &row->block->requantization;
  const requantize_lanes lanes = lanes_of(block, half * HALF);
  if (columns == MOST_COLUMNS && block->mode == REQUANTIZE_RECTIFIED) {
    requantize_columns(sum, columns, &lanes, true);
  } else {
    requantize_columns(sum, columns, &lanes, false);
  }
  const int32_t step = row->output.row_stride;
  store_columns(sum, columns < 4 ? columns : 4, row->range, to, step);
  if (columns > 4) store_columns(sum + 4, columns - 4, row->range, to + 4 * step, step);
}

/* `columns` (a constant) neighbouring outputs, four channels after the other four. */
INLINED void compute_columns(int columns, const output_row *row, int32_t first) {
  const dot_value *const cells = row->cells + first * CELL;
  int8_t *const to = row->output.data + first * row->output.row_stride;
  for (int half = 0; half < 2; half++) {
    column_sums sum;
#pragma clang loop unroll(full)
    for (int i = 0; i < columns; i++) sum[i] = wasm_v128_load(row->block->bias + half * HALF);
#pragma clang loop unroll(disable)
    for (int32_t tap = 0; tap < row->taps; tap += TAPS) {
      accumulate_row(sum, columns, cells + row->offsets[tap] + half * HALF_CELL,
                     row->weights + tap * CELL + half * HALF_CELL);
    }
    finish_columns(sum, columns, row, half, to + half * HALF);
  }
}

/* Where the last columns are too few for a tile, some of those before are computed once more. */
void compute_row_of_three(const output_row *row) {
  const int32_t columns = row->columns;
  int32_t first = 0;
  for (; columns - first >= 8; first += 8) compute_columns(8, row, first);
  const int32_t rest = columns - first;
  if (rest > 4 && columns >= 8) {
    compute_columns(8, row, columns - 8);
  } else if (rest == 5) {
    compute_columns(5, row, 0);
  } else if (rest > 4) {
    compute_columns(6, row, 0);
    if (rest == 7) compute_columns(4, row, 3);
  } else if (rest > 0) {
    compute_columns(4, row, columns - 4);
  }
}
