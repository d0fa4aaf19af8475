#include "conv_windows.h"

/* A multiple of the pixels that are multiplied at once, in any build. */
enum { TILE_PIXELS = 12 };

static bool is_pointwise(const conv_shape *shape) {
  return shape->filter_height == 1 && shape->filter_width == 1 && shape->stride_height == 1 &&
         shape->stride_width == 1 && shape->padding_top == 0 && shape->padding_left == 0 &&
         shape->output_height == shape->input_height && shape->output_width == shape->input_width;
}

bool is_unpadded(const conv_shape *shape) {
  return shape->padding_top == 0 && shape->padding_left == 0 && padded_columns(shape) <= shape->input_width &&
         input_rows_under(shape, shape->output_height) <= shape->input_height;
}

/* The taps of a filter row lie side by side in the input too. */
static bool has_dense_rows(const conv_shape *shape) {
  const bool has_neighbours = shape->dilation_width == 1 || shape->filter_width == 1;
  return has_neighbours && shape->filter_channels == shape->input_channels;
}

void plan_segments(const conv_shape *shape, conv_plan *plan) {
  plan->is_pointwise = is_pointwise(shape);
  plan->groups = shape->input_channels / shape->filter_channels;
  plan->group_channels = shape->output_channels / plan->groups;
  plan->segments = shape->filter_height * (has_dense_rows(shape) ? 1 : shape->filter_width);
  plan->segment_length = filter_elements(shape) / plan->segments;
}

int32_t strip_rows(const conv_shape *shape, int32_t row_bytes) {
  const int32_t rows = (STRIP_BYTES / row_bytes - window_height(shape)) / shape->stride_height + 1;
  return min_of(shape->output_height, max_of(rows, 1));
}

int32_t strip_pixels(const conv_shape *shape, int32_t pixel_bytes) {
  return min_of(all_pixels(shape), max_of(STRIP_BYTES / pixel_bytes / TILE_PIXELS, 1) * TILE_PIXELS);
}

int32_t segment_offset(const conv_shape *shape, const conv_plan *plan, int32_t row, int32_t segment) {
  const int32_t columns = plan->segments / shape->filter_height;
  return segment / columns * shape->dilation_height * row +
         segment % columns * shape->dilation_width * shape->input_channels;
}

void fill_pixel_offsets(const conv_shape *shape, int32_t row, int32_t rows, int32_t *pixel_offsets) {
  const int32_t row_step = shape->stride_height * row;
  const int32_t pixel_step = shape->stride_width * shape->input_channels;
  for (int32_t y = 0; y < rows; y++) {
    for (int32_t x = 0; x < shape->output_width; x++) *pixel_offsets++ = y * row_step + x * pixel_step;
  }
}

weights_view group_weights(const conv_params *params, const void *weights, int32_t first) {
  const int32_t elements = filter_elements(&params->shape);
  const bool channels_last = params->filter_is_channels_last;
  return (weights_view){
      .data = weights,
      .first = first * (channels_last ? 1 : elements),
      .channel_stride = channels_last ? 1 : elements,
      .element_stride = channels_last ? params->shape.output_channels : 1,
      .offset = params->weights_offset,
  };
}
