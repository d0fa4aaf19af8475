#include "matrix_s16.h"

#include <stddef.h>
#include "simd.h"

#include "inlined.h"
#include "integers.h"
#include "wide_sums.h"

enum {
  CHANNELS = 8,
  PAIR_WEIGHTS = 2 * CHANNELS,
  TILE_ROWS = 4,
  /* A pair adds less than 2 * 2^15 * 2^8 to a sum: so many pairs stay within 32 bits. */
  CHUNK_PAIRS = 127,
};

/* Eight channels: constants, then weights by pairs of k as one dot product with a splat pair of a row wants them. */
typedef struct {
  int64_t bias[CHANNELS];
  int32_t multiplier[CHANNELS];
  int32_t shift[CHANNELS];
  int16_t weights[];
} matrix_block;

typedef int64_t wide_sums[TILE_ROWS][CHANNELS];

static int32_t pairs_of(int32_t depth) { return (depth + 1) / 2; }

static int32_t block_bytes(int32_t depth) {
  return (int32_t)sizeof(matrix_block) + pairs_of(depth) * PAIR_WEIGHTS * (int32_t)sizeof(int16_t);
}

int32_t matrix_s16_packed_bytes(int32_t channels, int32_t depth) {
  return (channels + CHANNELS - 1) / CHANNELS * block_bytes(depth);
}

static void pack_block(const matrix_s16_right *right, int32_t first, int32_t channels, matrix_block *block) {
  __builtin_memset(block, 0, (size_t)block_bytes(right->depth));
  for (int32_t lane = 0; lane < channels; lane++) {
    int64_t sum = 0;
    for (int32_t k = 0; k < right->depth; k++) {
      const int32_t weight = weight_at(&right->weights, first + lane, k);
      block->weights[k / 2 * PAIR_WEIGHTS + 2 * lane + k % 2] = (int16_t)weight;
      sum += weight;
    }
    const uint64_t bias = right->bias ? (uint64_t)right->bias[first + lane] : 0;
    block->bias[lane] = (int64_t)(bias + (uint64_t)(sum * right->input_offset));
    block->multiplier[lane] = right->multiplier[first + lane];
    block->shift[lane] = right->shift[first + lane];
  }
}

void matrix_s16_pack(const matrix_s16_right *right, void *packed) {
  char *block = packed;
  for (int32_t first = 0; first < right->channels; first += CHANNELS) {
    pack_block(right, first, min_of(CHANNELS, right->channels - first), (matrix_block *)block);
    block += block_bytes(right->depth);
  }
}

/* Adds a chunk of products to the sums of `rows` rows (a constant). One pair an iteration: unrolled, it would spill. */
INLINED void multiply_chunk(wide_sums wide, int rows, const int16_t *left, int32_t row_stride, int32_t pairs,
                            const int16_t *weights) {
  v128_t sum[TILE_ROWS][2];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) sum[row][0] = sum[row][1] = wasm_i32x4_splat(0);
  const int16_t *const end = left + 2 * pairs;
#pragma clang loop unroll(disable)
  for (; left < end; left += 2) {
    const v128_t weights0 = wasm_v128_load(weights);
    const v128_t weights1 = wasm_v128_load(weights + CHANNELS);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      const v128_t values = wasm_v128_load32_splat(left + row * row_stride);
      sum[row][0] = wasm_i32x4_add(sum[row][0], wasm_i32x4_dot_i16x8(values, weights0));
      sum[row][1] = wasm_i32x4_add(sum[row][1], wasm_i32x4_dot_i16x8(values, weights1));
    }
    weights += PAIR_WEIGHTS;
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    add_wide(wide[row], sum[row][0]);
    add_wide(wide[row] + 4, sum[row][1]);
  }
}

static void sum_rows(wide_sums wide, int32_t rows, const int16_t *left, int32_t pairs, const matrix_block *block) {
  for (int32_t row = 0; row < rows; row++) __builtin_memcpy(wide[row], block->bias, sizeof(block->bias));
  for (int32_t first = 0; first < pairs; first += CHUNK_PAIRS) {
    const int32_t count = min_of(CHUNK_PAIRS, pairs - first);
    const int16_t *const weights = block->weights + first * PAIR_WEIGHTS;
    if (rows == TILE_ROWS) {
      multiply_chunk(wide, TILE_ROWS, left + 2 * first, 2 * pairs, count, weights);
      continue;
    }
    for (int32_t row = 0; row < rows; row++) {
      multiply_chunk(wide + row, 1, left + row * 2 * pairs + 2 * first, 0, count, weights);
    }
  }
}

static void store_rows(wide_sums wide, int32_t rows, const matrix_block *block, const matrix_s16_output *output,
                       int16_t *to, int32_t channels) {
  for (int32_t row = 0; row < rows; row++) {
    for (int32_t lane = 0; lane < channels; lane++) {
      to[lane] = (int16_t)requantize_wide(wide[row][lane], block->multiplier[lane], block->shift[lane], output->width,
                                          output->range);
    }
    to += output->row_stride;
  }
}

void matrix_s16_multiply(const int16_t *left, int32_t rows, int32_t depth, const void *packed,
                         const matrix_s16_output *output) {
  const int32_t pairs = pairs_of(depth);
  const char *block = packed;
  for (int32_t channel = 0; channel < output->channels; channel += CHANNELS) {
    const int32_t channels = min_of(CHANNELS, output->channels - channel);
    for (int32_t row = 0; row < rows; row += TILE_ROWS) {
      const int32_t count = min_of(TILE_ROWS, rows - row);
      wide_sums wide;
      sum_rows(wide, count, left + row * 2 * pairs, pairs, (const matrix_block *)block);
      store_rows(wide, count, (const matrix_block *)block, output, output->data + row * output->row_stride + channel,
                 channels);
    }
    block += block_bytes(depth);
  }
}
