#include <stddef.h>

#include "inlined.h"
#include "matrix_s8.h"
#include "matrix_s8_block.h"
#include "output_tile.h"

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
