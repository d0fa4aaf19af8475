#include "matrix_f32.h"

#include "simd.h"

#include "inlined.h"
#include "integers.h"

/* Packed: for each eight channels their bias, then their weights element by element. */
enum { CHANNELS = 8, TILE_ROWS = 4, ROW_BLOCKS = 2 };

static int32_t block_floats(int32_t depth) { return (depth + 1) * CHANNELS; }

int32_t matrix_f32_packed_bytes(int32_t channels, int32_t depth) {
  return round_up(channels, CHANNELS) / CHANNELS * block_floats(depth) * (int32_t)sizeof(float);
}

void matrix_f32_pack(const matrix_f32_right *right, float *packed) {
  __builtin_memset(packed, 0, (unsigned long)matrix_f32_packed_bytes(right->channels, right->depth));
  for (int32_t channel = 0; channel < right->channels; channel++) {
    float *const lane = packed + channel / CHANNELS * block_floats(right->depth) + channel % CHANNELS;
    const float *const weights = right->weights + channel * right->channel_stride;
    if (right->bias) lane[0] = right->bias[channel];
    for (int32_t k = 0; k < right->depth; k++) lane[(k + 1) * CHANNELS] = weights[k * right->element_stride];
  }
}

typedef v128_t tile_sums[TILE_ROWS][2];

INLINED const float *multiply_segment(tile_sums sum, int rows, const float *const *left, int32_t offset, int32_t length,
                                      const float *weights) {
#pragma clang loop unroll(disable)
  for (int32_t k = offset; k < offset + length; k++) {
    const v128_t weights0 = wasm_v128_load(weights);
    const v128_t weights1 = wasm_v128_load(weights + 4);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      const v128_t value = wasm_v128_load32_splat(left[row] + k);
      sum[row][0] = wasm_f32x4_add(sum[row][0], wasm_f32x4_mul(value, weights0));
      sum[row][1] = wasm_f32x4_add(sum[row][1], wasm_f32x4_mul(value, weights1));
    }
    weights += CHANNELS;
  }
  return weights;
}

static void store_channels(float *to, v128_t low, v128_t high, int32_t channels) {
  if (channels >= CHANNELS) {
    wasm_v128_store(to, low);
    wasm_v128_store(to + 4, high);
    return;
  }
  float values[CHANNELS];
  wasm_v128_store(values, low);
  wasm_v128_store(values + 4, high);
  for (int32_t channel = 0; channel < channels; channel++) to[channel] = values[channel];
}

INLINED v128_t clamped(v128_t values, const matrix_f32_output *output) {
  return wasm_f32x4_pmin(wasm_f32x4_pmax(values, wasm_f32x4_splat(output->min)), wasm_f32x4_splat(output->max));
}

/* Up to four rows (a constant) of eight channels, of which `channels` exist. */
INLINED void multiply_tile(int rows, const matrix_f32_left *left, int32_t first, const float *block,
                           const matrix_f32_output *output, float *to, int32_t channels) {
  tile_sums sum;
  const float *at[TILE_ROWS];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    at[row] = left->data + left->row_offsets[first + row];
    sum[row][0] = wasm_v128_load(block);
    sum[row][1] = wasm_v128_load(block + 4);
  }
  const float *weights = block + CHANNELS;
  for (int32_t segment = 0; segment < left->segments; segment++) {
    weights = multiply_segment(sum, rows, at, left->segment_offsets[segment], left->segment_length, weights);
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    store_channels(to + row * output->row_stride, clamped(sum[row][0], output), clamped(sum[row][1], output), channels);
  }
}

/* All rows of eight channels. */
static void multiply_block(const matrix_f32_left *left, const float *block, const matrix_f32_output *output, float *to,
                           int32_t channels) {
  int32_t row = 0;
  for (; row <= left->rows - TILE_ROWS; row += TILE_ROWS) {
    multiply_tile(TILE_ROWS, left, row, block, output, to, channels);
    to += TILE_ROWS * output->row_stride;
  }
  for (; row < left->rows; row++) {
    multiply_tile(1, left, row, block, output, to, channels);
    to += output->row_stride;
  }
}

/* One row of several blocks (a constant number), `floats` apart: a single one would wait for its own sums. */
INLINED void multiply_vector(int blocks, const matrix_f32_left *left, const float *block, int32_t floats,
                             const matrix_f32_output *output, int32_t channel) {
  const float *const row = left->data + left->row_offsets[0];
  const float *weights = block;
  tile_sums sum;
#pragma clang loop unroll(full)
  for (int i = 0; i < blocks; i++) {
    sum[i][0] = wasm_v128_load(weights + i * floats);
    sum[i][1] = wasm_v128_load(weights + i * floats + 4);
  }
  weights += CHANNELS;
  for (int32_t segment = 0; segment < left->segments; segment++) {
    const float *value = row + left->segment_offsets[segment];
    const float *const end = value + left->segment_length;
#pragma clang loop unroll(disable)
    for (; value < end; value++) {
      const v128_t values = wasm_v128_load32_splat(value);
#pragma clang loop unroll(full)
      for (int i = 0; i < blocks; i++) {
        const float *const at = weights + i * floats;
        sum[i][0] = wasm_f32x4_add(sum[i][0], wasm_f32x4_mul(values, wasm_v128_load(at)));
        sum[i][1] = wasm_f32x4_add(sum[i][1], wasm_f32x4_mul(values, wasm_v128_load(at + 4)));
      }
      weights += CHANNELS;
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < blocks; i++) {
    const int32_t first = channel + i * CHANNELS;
    store_channels(output->data + first, clamped(sum[i][0], output), clamped(sum[i][1], output),
                   output->channels - first);
  }
}

static void multiply_row(const matrix_f32_left *left, const float *block, int32_t floats,
                         const matrix_f32_output *output) {
  int32_t channel = 0;
  for (; channel + (ROW_BLOCKS - 1) * CHANNELS < output->channels; channel += ROW_BLOCKS * CHANNELS) {
    multiply_vector(ROW_BLOCKS, left, block, floats, output, channel);
    block += ROW_BLOCKS * floats;
  }
  for (; channel < output->channels; channel += CHANNELS) {
    multiply_vector(1, left, block, floats, output, channel);
    block += floats;
  }
}

void matrix_f32_multiply(const matrix_f32_left *left, const float *packed, const matrix_f32_output *output) {
  const int32_t floats = block_floats(left->segments * left->segment_length);
  const float *block = packed;
  if (left->rows == 1) {
    multiply_row(left, block, floats, output);
    return;
  }
  for (int32_t channel = 0; channel < output->channels; channel += CHANNELS) {
    multiply_block(left, block, output, output->data + channel, output->channels - channel);
    block += floats;
  }
}
