#ifndef THIMBLE_ARITHMETIC_CONV_PARAMS_H
#define THIMBLE_ARITHMETIC_CONV_PARAMS_H

#include <stdint.h>

#include "requantize_scalar.h"
#include "weights.h"

/*
 * What convolutions of all types and layouts have in common. Input NHWC, filter OHWI, output NHWC; groups follow from
 * the channel counts: input_channels / filter_channels. No extent is 0.
 *
 *   sum = bias[o] + sum over taps inside the input of (filter[o][ky][kx][c] + weights_offset) * (input + input_offset)
 *   output = clamp(MultiplyByQuantizedMultiplier(sum, multiplier[o], shift[o]) + range.zero_point)
 *
 * A depthwise convolution is one with filters of one channel, and a fully connected layer one over images of one pixel.
 */

typedef struct {
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t input_channels;
  int32_t filter_height;
  int32_t filter_width;
  int32_t filter_channels;
  int32_t output_height;
  int32_t output_width;
  int32_t output_channels;
  int32_t stride_height;
  int32_t stride_width;
  int32_t dilation_height;
  int32_t dilation_width;
  int32_t padding_top;
  int32_t padding_left;
} conv_shape;

/* What packing decides and running needs. */
typedef struct {
  /* Bytes of packed weights and of scratch; both blocks are aligned to 16. */
  int32_t packed_bytes;
  int32_t scratch_bytes;
  /* Windows are single pixels, and rows of them need not end where the image's do. */
  int32_t is_pointwise;
  int32_t groups;
  /* Output channels, and packed bytes, of one group. */
  int32_t group_channels;
  int32_t group_bytes;
  /* A segment is what lies side by side both in a filter and in the rows of the input that it sees. */
  int32_t segments;
  int32_t segment_length;
  /* Elements from one row of the padded input to the next. */
  int32_t row;
  /* Output rows of one go; where windows are single pixels, output pixels. */
  int32_t strip;
  /* Bytes of the table in front of packed weights, and of the one in front of scratch. */
  int32_t packed_table_bytes;
  int32_t scratch_table_bytes;
} conv_plan;

typedef struct {
  conv_shape shape;
  /* Negated zero points: -127 to 128 for int8. */
  int32_t input_offset;
  output_range range;
  /* The filter is [1, height, width, output_channels]. */
  int32_t filter_is_channels_last;
  int32_t weights_offset;
  /* An accumulator_width, of int16 convolutions. */
  int32_t width;
  /* The clamp of float convolutions. */
  float min;
  float max;
  conv_plan plan;
} conv_params;

/*
 * One implementation. `plan` fills params->plan from the rest, `pack` writes plan.packed_bytes, `run` reads them. Bias
 * may be null: int32 for int8, int64 for int16 (widen an int32 one), float for float.
 */
typedef struct {
  void (*plan)(conv_params *params);
  void (*pack)(const conv_params *params, const void *weights, const void *bias, const int32_t *multipliers,
               const int32_t *shifts, void *packed);
  void (*run)(const conv_params *params, const void *packed, const void *input, void *output, void *scratch);
} conv_arithmetic;

#endif
