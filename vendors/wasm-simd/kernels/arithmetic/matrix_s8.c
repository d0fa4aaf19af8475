#include "matrix_s8.h"

#include <stddef.h>

#include "inlined.h"
#include "matrix_s8_block.h"
#include "output_tile.h"
#include "requantize_pack.h"

static int32_t all_steps(const matrix_s8_right *right) {
  return right->parts * right->segments * steps_of(right->segment_length);
}

int32_t matrix_s8_packed_bytes(int32_t channels, int32_t steps) {
  return round_up(channels, CHANNELS) / CHANNELS * block_bytes(steps);
}

/* What a part of a weight holds of it, behind the parts before. */
static dot_weight part_of(int32_t weight, int32_t part) {
  for (; part > 0; part--) weight -= thimble_clamp(weight, DOT_LEAST_WEIGHT, DOT_MOST_WEIGHT);
  return (dot_weight)thimble_clamp(weight, DOT_LEAST_WEIGHT, DOT_MOST_WEIGHT);
}

static void pack_weights(const matrix_s8_right *right, int32_t channel, int32_t lane, int32_t part,
                         dot_weight *packed) {
  const int8_t *at = weights_of(&right->weights, channel);
  for (int32_t segment = 0; segment < right->segments; segment++) {
    for (int32_t k = 0; k < right->segment_length; k++) {
      const int32_t weight = *at + right->weights.offset;
      packed[k / DOT_LENGTH * STEP_WEIGHTS + k % DOT_LENGTH + lane * DOT_LENGTH] = part_of(weight, part);
      at += right->weights.element_stride;
    }
    packed += steps_of(right->segment_length) * STEP_WEIGHTS;
  }
}

static void pack_block(const matrix_s8_right *right, int32_t first, int32_t channels, matrix_block *block) {
  channel_sums sums[CHANNELS];
  const int32_t part_weights = all_steps(right) / right->parts * STEP_WEIGHTS;
  __builtin_memset(block, 0, (size_t)block_bytes(all_steps(right)));
  for (int32_t lane = 0; lane < channels; lane++) {
    sums[lane] = sum_channel(&right->weights, first + lane, right->segments * right->segment_length,
                             right->input_offset, DOT_VALUE_OF_ZERO, right->bias ? right->bias[first + lane] : 0);
  }
  pack_requantize_block(&block->requantization, channels, right->multiplier + first, right->shift + first, sums,
                        &right->range);
  for (int32_t lane = 0; lane < channels; lane++) {
    block->bias[lane] = (int32_t)sums[lane].folded_bias;
    for (int32_t part = 0; part < right->parts; part++) {
      pack_weights(right, first + lane, lane, part, block->weights + part * part_weights);
    }
  }
}

void matrix_s8_pack(const matrix_s8_right *right, void *packed) {
  const int32_t bytes = block_bytes(all_steps(right));
  char *block = packed;
  for (int32_t first = 0; first < right->channels; first += CHANNELS) {
    const int32_t remaining = right->channels - first;
    pack_block(right, first, remaining < CHANNELS ? remaining : CHANNELS, (matrix_block *)block);
    block += bytes;
  }
}

int32_t matrix_s8_steps(int32_t segments, int32_t segment_length) { return segments * steps_of(segment_length); }

void matrix_s8_segment_steps(int32_t offset, int32_t segment_length, int32_t *step_offsets) {
  for (int32_t step = 0; step < steps_of(segment_length); step++) step_offsets[step] = offset + DOT_LENGTH * step;
}

/* One step of k: two vectors of weights against a splat step of each row. */
INLINED void multiply_step(output_sums sum, int rows, const dot_value *const *left, int32_t offset,
                           const dot_weight *weights) {
  const v128_t weights0 = wasm_v128_load(weights);
  const v128_t weights1 = wasm_v128_load(weights + HALF_STEP);
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    const v128_t values = wasm_v128_load32_splat(left[row] + offset);
    sum[row][0] = dot_add(sum[row][0], values, weights0);
    sum[row][1] = dot_add(sum[row][1], values, weights1);
  }
}

/*
 * One step an iteration: unrolled, the compilers gather the loads of several steps in front of their products, more
 * than there are registers.
 */
INLINED void multiply_steps(output_sums sum, int rows, const dot_value *const *left, const int32_t *offset,
                            int32_t steps, const dot_weight *weights) {
  const int32_t *const end = offset + steps;
#pragma clang loop unroll(disable)
  for (; offset < end; offset++) {
    multiply_step(sum, rows, left, *offset, weights);
    weights += STEP_WEIGHTS;
  }
}

INLINED void multiply_tile(int rows, const matrix_s8_left *left, const int32_t *row_offsets,
                           const matrix_block *block, const output_range *range, const output_tile *output) {
  output_sums sum;
  const dot_value *at[OUTPUT_TILE_ROWS];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    at[row] = left->data + row_offsets[row];
    sum[row][0] = wasm_v128_load(block->bias);
    sum[row][1] = wasm_v128_load(block->bias + 4);
  }
  multiply_steps(sum, rows, at, left->step_offsets, left->steps, block->weights);
  finish_tile(sum, rows, &block->requantization, range, output);
}

/* All rows of eight channels. */
static void multiply_block(const matrix_s8_left *left, const matrix_block *block, const output_range *range,
                           output_tile output) {
  const int32_t *row = left->row_offsets;
  int32_t rows = left->rows;
  for (; rows >= DOT_TILE_ROWS; rows -= DOT_TILE_ROWS) {
    multiply_tile(DOT_TILE_ROWS, left, row, block, range, &output);
    row += DOT_TILE_ROWS;
    output.data += DOT_TILE_ROWS * output.row_stride;
  }
  if (rows >= 3) {
    multiply_tile(3, left, row, block, range, &output);
    rows -= 3;
    row += 3;
    output.data += 3 * output.row_stride;
  }
  if (rows > 0) {
    /* A last single one is taken for two. */
    const int32_t last[2] = {row[0], row[rows - 1]};
    output.row_stride *= rows - 1;
    multiply_tile(2, left, last, block, range, &output);
  }
}

void matrix_s8_multiply(const matrix_s8_left *left, const void *packed, const matrix_s8_output *output) {
  const size_t bytes = (size_t)block_bytes(left->steps);
  const char *block = packed;
  for (int32_t channel = 0; channel < output->channels; channel += CHANNELS) {
    const output_tile tile = {output->data + channel, output->row_stride, output->channels - channel};
    multiply_block(left, (const matrix_block *)block, &output->range, tile);
    block += bytes;
  }
}
