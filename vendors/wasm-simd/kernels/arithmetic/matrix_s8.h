#ifndef THIMBLE_ARITHMETIC_MATRIX_S8_H
#define THIMBLE_ARITHMETIC_MATRIX_S8_H

#include <stdint.h>

#include "requantize.h"
#include "weights.h"

/*
 * Matrix multiplication with int16 rows and int8 weights to requantized int8 outputs: the common core of convolutions
 * and fully connected layers.
 *
 *   output[row][channel] = requantize(bias[channel] + sum over k of left[row][k] * weight[channel][k])
 *
 * Rows may lie anywhere in the left matrix and overlap. k runs over pairs of neighbouring elements, and the pairs lie
 * at the same distances from the start of each row, given by a table: so a row can be a vector as well as a
 * convolution's window. Elements come in segments of equal length; where it is odd, a segment's last pair reads one
 * element beyond it, whose weight is 0.
 */

typedef struct {
  const int16_t *data;
  /* Start of each row, in elements from data. */
  const int32_t *row_offsets;
  int32_t rows;
  /* Start of each pair, in elements from the start of a row. */
  const int32_t *pair_offsets;
  int32_t pairs;
} matrix_s8_left;

typedef struct {
  int8_t *data;
  int32_t row_stride;
  int32_t channels;
  output_range range;
} matrix_s8_output;

int32_t matrix_s8_pairs(int32_t segments, int32_t segment_length);

/* Fills the table of pairs for one segment that begins at `offset`. */
void matrix_s8_segment_pairs(int32_t offset, int32_t segment_length, int32_t *pair_offsets);

/* Bytes of the packed right matrix; a multiple of 16. */
int32_t matrix_s8_packed_bytes(int32_t channels, int32_t segments, int32_t segment_length);

/* What a right matrix is packed from. Elements of a channel are numbered segment after segment; bias may be absent. */
typedef struct {
  weights_view weights;
  int32_t channels;
  int32_t segments;
  int32_t segment_length;
  int32_t input_offset;
  const int32_t *bias;
  const int32_t *multiplier;
  const int32_t *shift;
  output_range range;
} matrix_s8_right;

void matrix_s8_pack(const matrix_s8_right *right, void *packed);

/* `packed` is what matrix_s8_pack wrote for the same segments and channels. */
void matrix_s8_multiply(const matrix_s8_left *left, const void *packed, const matrix_s8_output *output);

#endif
