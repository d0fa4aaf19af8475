#include "conv_f32.h"

#include <stddef.h>

#include "conv_windows.h"
#include "matrix_f32.h"

/*
 * A convolution is a matrix product whose left rows are the input windows. Where windows reach into the padding, padded
 * rows of the input are copied to scratch first; else they lie in the input itself.
 *
 * Packed:  where segments lie in a window | the matrices of the groups
 * Scratch: where the window of each output pixel of a strip begins | the strip's input rows
 */

enum { ELEMENT = (int32_t)sizeof(float) };

/* Windows that are pixels are one image, as wide as a pixel. */
static conv_shape joined_images(const conv_params *params) {
  conv_shape shape = params->shape;
  if (!params->plan.is_pointwise) return shape;
  shape.input_height = shape.output_height = all_pixels(&shape);
  shape.batches = shape.input_width = shape.output_width = 1;
  return shape;
}

void conv_f32_plan(conv_params *params) {
  conv_plan *const plan = &params->plan;
  plan_segments(&params->shape, plan);
  const conv_shape shape = joined_images(params);
  plan->row = (is_unpadded(&shape) ? shape.input_width : padded_columns(&shape)) * shape.input_channels;
  plan->strip = strip_rows(&shape, ELEMENT * plan->row);
  const int32_t copied_rows = is_unpadded(&shape) ? 0 : input_rows_under(&shape, plan->strip);
  const int32_t pixels = plan->strip * shape.output_width;
  plan->packed_table_bytes = round_up(plan->segments * (int32_t)sizeof(int32_t), 16);
  plan->scratch_table_bytes = round_up(pixels * (int32_t)sizeof(int32_t), 16);
  plan->group_bytes = matrix_f32_packed_bytes(plan->group_channels, filter_elements(&shape));
  plan->packed_bytes = plan->packed_table_bytes + plan->groups * plan->group_bytes;
  plan->scratch_bytes = plan->scratch_table_bytes + copied_rows * plan->row * ELEMENT;
}

void conv_f32_pack(const conv_params *params, const void *weights, const void *bias, const int32_t *multipliers,
                   const int32_t *shifts, void *packed) {
  (void)multipliers, (void)shifts;
  const conv_plan *const plan = &params->plan;
  int32_t *const segment_offsets = packed;
  for (int32_t segment = 0; segment < plan->segments; segment++) {
    segment_offsets[segment] = segment_offset(&params->shape, plan, plan->row, segment);
  }
  char *group = (char *)packed + plan->packed_table_bytes;
  for (int32_t first = 0; first < params->shape.output_channels; first += plan->group_channels) {
    const weights_view view = group_weights(params, weights, first);
    const matrix_f32_right right = {
        .weights = (const float *)weights + view.first,
        .channel_stride = view.channel_stride,
        .element_stride = view.element_stride,
        .channels = plan->group_channels,
        .depth = filter_elements(&params->shape),
        .bias = bias ? (const float *)bias + first : NULL,
    };
    matrix_f32_pack(&right, (float *)group);
    group += plan->group_bytes;
  }
}

static void copy_row(float *to, const conv_shape *shape, int32_t elements, const float *image, int32_t y) {
  const int32_t channels = shape->input_channels;
  const int32_t left = min_of(shape->padding_left * channels, elements);
  __builtin_memset(to, 0, (size_t)elements * sizeof(float));
  if (y < 0 || y >= shape->input_height) return;
  const int32_t skipped = max_of(-left, 0), begin = max_of(left, 0);
  const int32_t count = min_of(elements - begin, shape->input_width * channels - skipped);
  if (count <= 0) return;
  __builtin_memcpy(to + begin, image + y * shape->input_width * channels + skipped, (size_t)count * sizeof(float));
}

/* Multiplies the pixels of a strip, group by group. */
static void multiply_groups(const conv_params *params, const void *packed, matrix_f32_left left, float *output) {
  const conv_plan *const plan = &params->plan;
  matrix_f32_output out = {output, params->shape.output_channels, plan->group_channels, params->min, params->max};
  const char *group = (const char *)packed + plan->packed_table_bytes;
  for (int32_t i = 0; i < plan->groups; i++) {
    matrix_f32_multiply(&left, (const float *)group, &out);
    left.data += params->shape.filter_channels;
    out.data += plan->group_channels;
    group += plan->group_bytes;
  }
}

static void conv_image(const conv_params *params, const conv_shape *shape, const void *packed, const float *image,
                       float *output, const int32_t *pixel_offsets, float *strip) {
  const conv_plan *const plan = &params->plan;
  const bool copies = !is_unpadded(shape);
  for (int32_t first = 0; first < shape->output_height; first += plan->strip) {
    const int32_t rows = min_of(plan->strip, shape->output_height - first);
    const int32_t top = first * shape->stride_height - shape->padding_top;
    for (int32_t y = 0; copies && y < input_rows_under(shape, rows); y++) {
      copy_row(strip + y * plan->row, shape, plan->row, image, top + y);
    }
    const matrix_f32_left left = {copies ? strip : image + top * plan->row,
                                  pixel_offsets,
                                  rows * shape->output_width,
                                  packed,
                                  plan->segments,
                                  plan->segment_length};
    multiply_groups(params, packed, left, output + first * shape->output_width * shape->output_channels);
  }
}

void conv_f32_run(const conv_params *params, const void *packed, const void *input, void *output, void *scratch) {
  const conv_shape shape = joined_images(params);
  int32_t *const pixel_offsets = scratch;
  float *const strip = (float *)((char *)scratch + params->plan.scratch_table_bytes);
  const int32_t input_image = shape.input_height * shape.input_width * shape.input_channels;
  const int32_t output_image = shape.output_height * shape.output_width * shape.output_channels;
  fill_pixel_offsets(&shape, params->plan.row, params->plan.strip, pixel_offsets);
  for (int32_t batch = 0; batch < shape.batches; batch++) {
    conv_image(params, &shape, packed, (const float *)input + batch * input_image,
               (float *)output + batch * output_image, pixel_offsets, strip);
  }
}
