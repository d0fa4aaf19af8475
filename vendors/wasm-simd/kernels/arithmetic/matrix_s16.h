#ifndef THIMBLE_ARITHMETIC_MATRIX_S16_H
#define THIMBLE_ARITHMETIC_MATRIX_S16_H

#include <stdint.h>

#include "requantize_scalar.h"
#include "weights.h"

/*
 * Matrix multiplication with int16 rows and int8 weights to requantized int16 outputs:
 *
 *   output[row][channel] = requantize(bias[channel] + sum over k of left[row][k] * weight[channel][k])
 *
 * Sums have 64 bits. Rows are contiguous and of even length: where `depth` is odd, the element behind it may hold
 * anything, for its weight is 0.
 */

typedef struct {
  weights_view weights;
  int32_t channels;
  int32_t depth;
  /* Added to each input: the negated zero point. */
  int32_t input_offset;
  const int64_t *bias;
  const int32_t *multiplier;
  const int32_t *shift;
} matrix_s16_right;

typedef struct {
  int16_t *data;
  int32_t row_stride;
  int32_t channels;
  output_range range;
  accumulator_width width;
} matrix_s16_output;

/* Bytes of the packed right matrix; a multiple of 16. */
int32_t matrix_s16_packed_bytes(int32_t channels, int32_t depth);

/* bias may be null. */
void matrix_s16_pack(const matrix_s16_right *right, void *packed);

/* Multiplies `rows` rows that begin at `left`, each `depth` elements rounded up to even behind the last. */
void matrix_s16_multiply(const int16_t *left, int32_t rows, int32_t depth, const void *packed,
                         const matrix_s16_output *output);

#endif
