#include "conv_s16.h"

#include <stddef.h>

#include "conv_windows.h"
#include "matrix_s16.h"

/*
 * The windows of a few neighbouring output pixels are copied side by side to scratch, zeros where they reach into the
 * padding, and multiplied with all filters: group by group, as each sees channels of its own. Pixels that are windows
 * already stay where they are.
 */

enum { ELEMENT = (int32_t)sizeof(int16_t) };

/* An odd window would be read one element too far. */
static bool is_in_place(const conv_params *params) {
  const conv_plan *const plan = &params->plan;
  return plan->is_pointwise && plan->groups == 1 && plan->segment_length % 2 == 0;
}

void conv_s16_plan(conv_params *params) {
  const conv_shape *const shape = &params->shape;
  conv_plan *const plan = &params->plan;
  plan_segments(shape, plan);
  plan->row = round_up(filter_elements(shape), 2);
  plan->strip = is_in_place(params) ? all_pixels(shape) : strip_pixels(shape, ELEMENT * plan->row);
  plan->group_bytes = matrix_s16_packed_bytes(plan->group_channels, filter_elements(shape));
  plan->packed_bytes = plan->groups * plan->group_bytes;
  plan->scratch_bytes = is_in_place(params) ? 0 : plan->strip * plan->row * ELEMENT;
}

void conv_s16_pack(const conv_params *params, const void *weights, const void *bias, const int32_t *multipliers,
                   const int32_t *shifts, void *packed) {
  const conv_plan *const plan = &params->plan;
  char *group = packed;
  for (int32_t first = 0; first < params->shape.output_channels; first += plan->group_channels) {
    const matrix_s16_right right = {
        .weights = group_weights(params, weights, first),
        .channels = plan->group_channels,
        .depth = filter_elements(&params->shape),
        .input_offset = params->input_offset,
        .bias = bias ? (const int64_t *)bias + first : NULL,
        .multiplier = multipliers + first,
        .shift = shifts + first,
    };
    matrix_s16_pack(&right, group);
    group += plan->group_bytes;
  }
}

/* The taps of a filter row, from the input's column `x` on; `row` is the image's, or NULL in the padding. */
static void copy_taps(const conv_shape *shape, const int16_t *row, int32_t x, int16_t *to) {
  const size_t bytes = (size_t)shape->filter_channels * sizeof(int16_t);
  for (int32_t column = 0; column < shape->filter_width; column++) {
    if (row && x >= 0 && x < shape->input_width) {
      __builtin_memcpy(to, row + x * shape->input_channels, bytes);
    } else {
      __builtin_memset(to, 0, bytes);
    }
    to += shape->filter_channels;
    x += shape->dilation_width;
  }
}

/* `channel` is the group's first one in the image. */
static void copy_window(const conv_shape *shape, const int16_t *channel, int32_t pixel, int16_t *to) {
  const int32_t top = pixel / shape->output_width * shape->stride_height - shape->padding_top;
  const int32_t left = pixel % shape->output_width * shape->stride_width - shape->padding_left;
  for (int32_t row = 0; row < shape->filter_height; row++) {
    const int32_t y = top + row * shape->dilation_height;
    const bool is_inside = y >= 0 && y < shape->input_height;
    copy_taps(shape, is_inside ? channel + y * shape->input_width * shape->input_channels : NULL, left, to);
    to += shape->filter_width * shape->filter_channels;
  }
}

/* Windows of `count` pixels of all images from `first` on. */
static void copy_windows(const conv_params *params, const int16_t *channel, int32_t first, int32_t count, int16_t *to) {
  const conv_shape *const shape = &params->shape;
  const int32_t image = shape->input_height * shape->input_width * shape->input_channels;
  const int32_t pixels = shape->output_height * shape->output_width;
  for (int32_t pixel = first; pixel < first + count; pixel++) {
    copy_window(shape, channel + pixel / pixels * image, pixel % pixels, to);
    to += params->plan.row;
  }
}

static void conv_group(const conv_params *params, const void *packed, const int16_t *channel, matrix_s16_output output,
                       int16_t *windows) {
  const int32_t pixels = all_pixels(&params->shape);
  const int32_t step = params->plan.strip;
  for (int32_t first = 0; first < pixels; first += step) {
    const int32_t count = min_of(step, pixels - first);
    if (!is_in_place(params)) copy_windows(params, channel, first, count, windows);
    matrix_s16_multiply(is_in_place(params) ? channel : windows, count, filter_elements(&params->shape), packed,
                        &output);
    output.data += step * output.row_stride;
  }
}

void conv_s16_run(const conv_params *params, const void *packed, const void *input, void *output, void *scratch) {
  const conv_plan *const plan = &params->plan;
  const int16_t *channel = input;
  matrix_s16_output out = {
      .data = output,
      .row_stride = params->shape.output_channels,
      .channels = plan->group_channels,
      .range = params->range,
      .width = params->width,
  };
  const char *weights = packed;
  for (int32_t group = 0; group < plan->groups; group++) {
    conv_group(params, weights, channel, out, scratch);
    channel += params->shape.filter_channels;
    out.data += plan->group_channels;
    weights += plan->group_bytes;
  }
}
