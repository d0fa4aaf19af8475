#include "matrix_s8.h"

#include <stddef.h>

#include "dot_s8.h"
#include "inlined.h"
#include "integers.h"
#include "output_tile.h"
#include "requantize_pack.h"

/*
 * Packed: for each eight channels one block of constants, then their weights by steps of k, as dot products with a splat
 * step of the left matrix want them. With steps of two:
 *
 *   c0 k0 | c0 k1 | c1 k0 | c1 k1 | ... | c7 k0 | c7 k1      then k2 and k3, and so on
 */
typedef struct {
  int32_t bias[REQUANTIZE_CHANNELS];
  requantize_block requantization;
  dot_weight weights[];
} matrix_block;

enum { CHANNELS = REQUANTIZE_CHANNELS, STEP_WEIGHTS = DOT_LENGTH * CHANNELS, HALF_STEP = STEP_WEIGHTS / 2 };

static int32_t steps_of(int32_t length) { return round_up(length, DOT_LENGTH) / DOT_LENGTH; }

static int32_t block_bytes(int32_t steps) {
  return (int32_t)sizeof(matrix_block) + steps * STEP_WEIGHTS * (int32_t)sizeof(dot_weight);
}

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

/* One step of k of one row: `blocks` blocks of weights that lie `bytes` apart, against a splat step. */
INLINED void multiply_row_step(output_sums sum, int blocks, v128_t values, const dot_weight *weights, size_t bytes) {
#pragma clang loop unroll(full)
  for (int i = 0; i < blocks; i++) {
    const dot_weight *const at = (const dot_weight *)((const char *)weights + (size_t)i * bytes);
    sum[i][0] = dot_add(sum[i][0], values, wasm_v128_load(at));
    sum[i][1] = dot_add(sum[i][1], values, wasm_v128_load(at + HALF_STEP));
  }
}

/* Four steps: those of a vector of values. */
INLINED void multiply_row_steps(output_sums sum, int blocks, v128_t values, const dot_weight *weights, size_t bytes) {
  const dot_weight *const step[] = {weights, weights + STEP_WEIGHTS, weights + 2 * STEP_WEIGHTS,
                                    weights + 3 * STEP_WEIGHTS};
  multiply_row_step(sum, blocks, wasm_i32x4_shuffle(values, values, 0, 0, 0, 0), step[0], bytes);
  multiply_row_step(sum, blocks, wasm_i32x4_shuffle(values, values, 1, 1, 1, 1), step[1], bytes);
  multiply_row_step(sum, blocks, wasm_i32x4_shuffle(values, values, 2, 2, 2, 2), step[2], bytes);
  multiply_row_step(sum, blocks, wasm_i32x4_shuffle(values, values, 3, 3, 3, 3), step[3], bytes);
}

/* Inputs side by side, and the values of those that fill no vector. */
typedef struct {
  const int8_t *data;
  int32_t length;
  int32_t parts;
  const dot_value *rest;
} input_vector;

/* A row and up to 16 channels: `blocks` (a constant) blocks that lie `bytes` apart. */
INLINED void multiply_vector(int blocks, const input_vector left, const char *block, size_t bytes,
                             const output_range *range, int8_t *output, int32_t channels) {
  const int8_t *const end = left.data + left.length;
  output_sums sum;
#pragma clang loop unroll(full)
  for (int i = 0; i < blocks; i++) {
    const matrix_block *const at = (const matrix_block *)(block + (size_t)i * bytes);
    sum[i][0] = wasm_v128_load(at->bias);
    sum[i][1] = wasm_v128_load(at->bias + 4);
  }
  const dot_weight *weights = ((const matrix_block *)block)->weights;
  for (int32_t part = 0; part < left.parts; part++) {
    const int8_t *from = left.data;
#pragma clang loop unroll(disable)
    for (; end - from >= DOT_VECTOR; from += DOT_VECTOR) {
      multiply_row_steps(sum, blocks, dot_load(from), weights, bytes);
      weights += 4 * STEP_WEIGHTS;
    }
    const dot_value *rest = left.rest;
#pragma clang loop unroll(disable)
    for (; from < end; from += DOT_LENGTH, rest += DOT_LENGTH) {
      multiply_row_step(sum, blocks, wasm_v128_load32_splat(rest), weights, bytes);
      weights += STEP_WEIGHTS;
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < blocks; i++) {
    const matrix_block *const at = (const matrix_block *)(block + (size_t)i * bytes);
    finish_row(sum[i], &at->requantization, range, output + i * CHANNELS, channels - i * CHANNELS);
  }
}

/* A single row is short of work beside its loads: it takes two blocks at once. */
void matrix_s8_multiply_vector(const int8_t *inputs, int32_t length, int32_t parts, dot_value *rest, const void *packed,
                               const output_range *range, int8_t *output, int32_t channels) {
  const input_vector left = {inputs, length, parts, rest};
  const int32_t few = length % DOT_VECTOR;
  const size_t bytes = (size_t)block_bytes(parts * steps_of(length));
  const char *block = packed;
  dot_values(rest, inputs + length - few, few, inputs + length);
  for (; channels > CHANNELS; channels -= 2 * CHANNELS) {
    multiply_vector(2, left, block, bytes, range, output, channels);
    block += 2 * bytes;
    output += 2 * CHANNELS;
  }
  if (channels > 0) multiply_vector(1, left, block, bytes, range, output, channels);
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
