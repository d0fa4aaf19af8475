#ifndef THIMBLE_ARITHMETIC_MATRIX_F32_H
#define THIMBLE_ARITHMETIC_MATRIX_F32_H

#include <stdint.h>

/*
 * Matrix multiplication of floats:
 *
 *   output[row][channel] = clamp(bias[channel] + sum over k of left[row][k] * weight[channel][k])
 *
 * Rows may lie anywhere in the left matrix and overlap. k runs over segments of equal length, which lie at the same
 * distances from the start of each row, given by a table: so a row can be a vector as well as a convolution's window.
 */

typedef struct {
  const float *data;
  /* Start of each row, in elements from data. */
  const int32_t *row_offsets;
  int32_t rows;
  /* Start of each segment, in elements from the start of a row. */
  const int32_t *segment_offsets;
  int32_t segments;
  int32_t segment_length;
} matrix_f32_left;

typedef struct {
  float *data;
  int32_t row_stride;
  int32_t channels;
  float min;
  float max;
} matrix_f32_output;

/* What a right matrix is packed from, in elements: see weights_view. Bias may be absent. */
typedef struct {
  const float *weights;
  int32_t channel_stride;
  int32_t element_stride;
  int32_t channels;
  int32_t depth;
  const float *bias;
} matrix_f32_right;

/* Bytes of the packed right matrix; a multiple of 16. */
int32_t matrix_f32_packed_bytes(int32_t channels, int32_t depth);

void matrix_f32_pack(const matrix_f32_right *right, float *packed);

void matrix_f32_multiply(const matrix_f32_left *left, const float *packed, const matrix_f32_output *output);

#endif
