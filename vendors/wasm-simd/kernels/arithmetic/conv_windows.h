#ifndef THIMBLE_ARITHMETIC_CONV_WINDOWS_H
#define THIMBLE_ARITHMETIC_CONV_WINDOWS_H

#include <stdbool.h>

#include "conv_params.h"
#include "integers.h"

/* How the windows of a convolution lie in padded rows of its input. */

/* Strips of this size stay in the first cache beside a block of weights. */
enum { STRIP_BYTES = 24 * 1024 };

static inline int32_t window_height(const conv_shape *shape) {
  return (shape->filter_height - 1) * shape->dilation_height + 1;
}

static inline int32_t window_width(const conv_shape *shape) {
  return (shape->filter_width - 1) * shape->dilation_width + 1;
}

static inline int32_t padded_columns(const conv_shape *shape) {
  return (shape->output_width - 1) * shape->stride_width + window_width(shape);
}

static inline int32_t input_rows_under(const conv_shape *shape, int32_t output_rows) {
  return (output_rows - 1) * shape->stride_height + window_height(shape);
}

static inline int32_t filter_elements(const conv_shape *shape) {
  return shape->filter_height * shape->filter_width * shape->filter_channels;
}

static inline int32_t all_pixels(const conv_shape *shape) {
  return shape->batches * shape->output_height * shape->output_width;
}

/* Whether no window reaches into the padding. */
bool is_unpadded(const conv_shape *shape);

/* Fills is_pointwise, groups, group_channels, segments and segment_length. */
void plan_segments(const conv_shape *shape, conv_plan *plan);

/* Output rows whose padded input is about as large as a strip, if its rows have so many bytes. */
int32_t strip_rows(const conv_shape *shape, int32_t row_bytes);

/* Output pixels, of windows of one pixel, whose input is about as large as a strip. */
int32_t strip_pixels(const conv_shape *shape, int32_t pixel_bytes);

/* Elements from a window's start to its segment, in padded rows of `row` elements. */
int32_t segment_offset(const conv_shape *shape, const conv_plan *plan, int32_t row, int32_t segment);

/* Where the window of each pixel of `rows` output rows begins. */
void fill_pixel_offsets(const conv_shape *shape, int32_t row, int32_t rows, int32_t *pixel_offsets);

/* The weights of the group that begins with output channel `first`. */
weights_view group_weights(const conv_params *params, const void *weights, int32_t first);

#endif
