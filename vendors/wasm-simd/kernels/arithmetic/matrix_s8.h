#ifndef THIMBLE_ARITHMETIC_MATRIX_S8_H
#define THIMBLE_ARITHMETIC_MATRIX_S8_H

#include <stdint.h>

#include "dot_s8.h"
#include "requantize.h"
#include "weights.h"

/*
 * Matrix multiplication with rows of values and int8 weights to requantized int8 outputs: the common core of convolutions
 * and fully connected layers.
 *
 *   output[row][channel] = requantize(bias[channel] + sum over k of left[row][k] * weight[channel][k])
 *
 * Rows may lie anywhere in the left matrix and overlap. k runs in steps of DOT_LENGTH neighbouring elements, and the
 * steps lie at the same distances from the start of each row, given by a table: so a row can be a vector as well as a
 * convolution's window. Elements come in segments of equal length; where steps do not divide it, a segment's last step
 * reads elements beyond it, whose weights are 0. Where weights come in parts, k runs through all segments for each part.
 */

typedef struct {
  const dot_value *data;
  /* Start of each row, in elements from data. */
  const int32_t *row_offsets;
  int32_t rows;
  /* Start of each step, in elements from the start of a row. */
  const int32_t *step_offsets;
  int32_t steps;
} matrix_s8_left;

typedef struct {
  int8_t *data;
  int32_t row_stride;
  int32_t channels;
  output_range range;
} matrix_s8_output;

/* Steps of one part. */
int32_t matrix_s8_steps(int32_t segments, int32_t segment_length);

/* Fills the table of steps for one segment that begins at `offset`. */
void matrix_s8_segment_steps(int32_t offset, int32_t segment_length, int32_t *step_offsets);

/* Bytes of the packed right matrix, for the steps of all parts; a multiple of 16. */
int32_t matrix_s8_packed_bytes(int32_t channels, int32_t steps);

/* What a right matrix is packed from. Elements of a channel are numbered segment after segment; bias may be absent. */
typedef struct {
  weights_view weights;
  int32_t channels;
  int32_t segments;
  int32_t segment_length;
  /* 1, or DOT_MOST_PARTS for weights that have an offset. */
  int32_t parts;
  int32_t input_offset;
  const int32_t *bias;
  const int32_t *multiplier;
  const int32_t *shift;
  output_range range;
} matrix_s8_right;

void matrix_s8_pack(const matrix_s8_right *right, void *packed);

/* `packed` is what matrix_s8_pack wrote for the same segments and channels. */
void matrix_s8_multiply(const matrix_s8_left *left, const void *packed, const matrix_s8_output *output);

/*
 * The same for a single row of `length` inputs that lie side by side, of one segment. `rest` is room for a vector of values
 * where vectors do not divide the length. Such layers can be tiny: nothing goes to memory on the way.
 */
void matrix_s8_multiply_vector(const int8_t *inputs, int32_t length, int32_t parts, dot_value *rest,
                               const void *packed, const output_range *range, int8_t *output, int32_t channels);

#endif
