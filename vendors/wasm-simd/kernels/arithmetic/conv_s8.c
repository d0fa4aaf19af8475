#include "conv_s8.h"

#include "conv_windows.h"
#include "dot_s8.h"
#include "matrix_s8.h"

/*
 * A convolution is a matrix product whose left rows are the input windows: padded rows of the input, as values in
 * scratch, where each output pixel's window begins at an offset of its own and its filter rows follow at distances
 * common to all pixels. Taps in the padding hold the input's zero point, so that weight * (input + input_offset)
 * vanishes there.
 *
 * Packed:  where steps of neighbouring elements lie in a window | the matrices of the groups
 * Scratch: where the window of each output pixel of a strip begins | the strip's input rows
 */

enum {
  ELEMENT = (int32_t)sizeof(dot_value),
  /* dot_values() and dot_fill() write, and a last step is read, less than a vector too far. */
  SLACK_BYTES = 16,
};

static int32_t parts_of(const conv_params *params) { return params->weights_offset == 0 ? 1 : DOT_MOST_PARTS; }

static int32_t steps_of(const conv_params *params) {
  return parts_of(params) * matrix_s8_steps(params->plan.segments, params->plan.segment_length);
}

/* A single pixel: its inputs are multiplied from where they lie. */
static bool is_vector(const conv_plan *plan) { return plan->is_pointwise && plan->strip == 1 && plan->groups == 1; }

void conv_s8_plan(conv_params *params) {
  const conv_shape *const shape = &params->shape;
  conv_plan *const plan = &params->plan;
  plan_segments(shape, plan);
  const bool pointwise = plan->is_pointwise;
  plan->row = (pointwise ? 1 : padded_columns(shape)) * shape->input_channels;
  plan->strip = pointwise ? strip_pixels(shape, ELEMENT * plan->row) : strip_rows(shape, ELEMENT * plan->row);
  const int32_t pixels = pointwise ? plan->strip : plan->strip * shape->output_width;
  const int32_t rows = pointwise ? plan->strip : input_rows_under(shape, plan->strip);
  const int32_t steps = steps_of(params);
  plan->packed_table_bytes = round_up(steps * (int32_t)sizeof(int32_t), 16);
  plan->scratch_table_bytes = round_up(pixels * (int32_t)sizeof(int32_t), 16);
  plan->group_bytes = matrix_s8_packed_bytes(plan->group_channels, steps);
  plan->packed_bytes = plan->packed_table_bytes + plan->groups * plan->group_bytes;
  plan->scratch_bytes = plan->scratch_table_bytes + rows * plan->row * ELEMENT + SLACK_BYTES;
  if (!is_vector(plan)) return;
  plan->packed_bytes -= plan->packed_table_bytes;
  plan->packed_table_bytes = 0;
  plan->scratch_bytes = plan->segment_length % DOT_VECTOR == 0 ? 0 : SLACK_BYTES;
}

static void pack_step_offsets(const conv_params *params, int32_t *step_offsets) {
  const conv_plan *const plan = &params->plan;
  for (int32_t i = 0; i < parts_of(params) * plan->segments; i++) {
    const int32_t offset = segment_offset(&params->shape, plan, plan->row, i % plan->segments);
    matrix_s8_segment_steps(offset, plan->segment_length, step_offsets);
    step_offsets += matrix_s8_steps(1, plan->segment_length);
  }
}

void conv_s8_pack(const conv_params *params, const void *weights, const void *bias, const int32_t *multipliers,
                  const int32_t *shifts, void *packed) {
  const conv_plan *const plan = &params->plan;
  if (plan->packed_table_bytes > 0) pack_step_offsets(params, packed);
  char *group = (char *)packed + plan->packed_table_bytes;
  for (int32_t first = 0; first < params->shape.output_channels; first += plan->group_channels) {
    const matrix_s8_right right = {
        .weights = group_weights(params, weights, first),
        .channels = plan->group_channels,
        .segments = plan->segments,
        .segment_length = plan->segment_length,
        .parts = parts_of(params),
        .input_offset = params->input_offset,
        .bias = bias ? (const int32_t *)bias + first : 0,
        .multiplier = multipliers + first,
        .shift = shifts + first,
        .range = params->range,
    };
    matrix_s8_pack(&right, group);
    group += plan->group_bytes;
  }
}

typedef struct {
  const int8_t *data;
  const int8_t *end;
  int32_t zero_point;
} input_image;

/* A padded input row. */
static void load_row(dot_value *to, const conv_params *params, const input_image *image, int32_t y) {
  const conv_shape *const shape = &params->shape;
  const int32_t channels = shape->input_channels;
  if (y < 0 || y >= shape->input_height) {
    dot_fill(to, params->plan.row, image->zero_point);
    return;
  }
  const int32_t columns = params->plan.row / channels;
  const int32_t x = -shape->padding_left;
  const int32_t begin = min_of(max_of(x, 0), x + columns);
  const int32_t end = max_of(min_of(x + columns, shape->input_width), begin);
  dot_fill(to, (begin - x) * channels, image->zero_point);
  dot_values(to + (begin - x) * channels, image->data + (y * shape->input_width + begin) * channels,
             (end - begin) * channels, image->end);
  dot_fill(to + (end - x) * channels, (x + columns - end) * channels, image->zero_point);
}

/* Multiplies the pixels of a strip, group by group. */
static void multiply_groups(const conv_params *params, const void *packed, const dot_value *strip,
                            const int32_t *pixel_offsets, int32_t pixels, int8_t *output) {
  const conv_plan *const plan = &params->plan;
  matrix_s8_left left = {strip, pixel_offsets, pixels, packed, steps_of(params)};
  matrix_s8_output out = {output, params->shape.output_channels, plan->group_channels, params->range};
  const char *group = (const char *)packed + plan->packed_table_bytes;
  for (int32_t i = 0; i < plan->groups; i++) {
    matrix_s8_multiply(&left, group, &out);
    left.data += params->shape.filter_channels;
    out.data += plan->group_channels;
    group += plan->group_bytes;
  }
}

static void conv_pointwise(const conv_params *params, const void *packed, const int8_t *input, int8_t *output,
                           int32_t *pixel_offsets, dot_value *strip) {
  const int32_t channels = params->shape.input_channels;
  const int32_t pixels = all_pixels(&params->shape);
  const int32_t step = params->plan.strip;
  const int8_t *const end = input + pixels * channels;
  for (int32_t pixel = 0; pixel < step; pixel++) pixel_offsets[pixel] = pixel * channels;
  for (int32_t first = 0; first < pixels; first += step) {
    const int32_t count = min_of(step, pixels - first);
    dot_values(strip, input + first * channels, count * channels, end);
    multiply_groups(params, packed, strip, pixel_offsets, count, output + first * params->shape.output_channels);
  }
}

static void conv_image(const conv_params *params, const void *packed, const input_image *image, int8_t *output,
                       const int32_t *pixel_offsets, dot_value *strip) {
  const conv_shape *const shape = &params->shape;
  const conv_plan *const plan = &params->plan;
  for (int32_t first = 0; first < shape->output_height; first += plan->strip) {
    const int32_t rows = min_of(plan->strip, shape->output_height - first);
    const int32_t top = first * shape->stride_height - shape->padding_top;
    for (int32_t y = 0; y < input_rows_under(shape, rows); y++) {
      load_row(strip + y * plan->row, params, image, top + y);
    }
    multiply_groups(params, packed, strip, pixel_offsets, rows * shape->output_width,
                    output + first * shape->output_width * shape->output_channels);
  }
}

/* Any number of pixels. Apart from conv_s8_run, which needs no stack without it. */
static __attribute__((noinline)) void conv_pixels(const conv_params *params, const void *packed, const void *input,
                                                  void *output, void *scratch) {
  const conv_shape *const shape = &params->shape;
  int32_t *const pixel_offsets = scratch;
  dot_value *const strip = (dot_value *)((char *)scratch + params->plan.scratch_table_bytes);
  if (params->plan.is_pointwise) {
    conv_pointwise(params, packed, input, output, pixel_offsets, strip);
    return;
  }
  const int32_t input_bytes = shape->input_height * shape->input_width * shape->input_channels;
  const int32_t output_bytes = shape->output_height * shape->output_width * shape->output_channels;
  fill_pixel_offsets(shape, params->plan.row, params->plan.strip, pixel_offsets);
  for (int32_t batch = 0; batch < shape->batches; batch++) {
    const int8_t *const data = (const int8_t *)input + batch * input_bytes;
    const input_image image = {data, data + input_bytes, -params->input_offset};
    conv_image(params, packed, &image, (int8_t *)output + batch * output_bytes, pixel_offsets, strip);
  }
}

void conv_s8_run(const conv_params *params, const void *packed, const void *input, void *output, void *scratch) {
  const conv_plan *const plan = &params->plan;
  if (!is_vector(plan)) {
    conv_pixels(params, packed, input, output, scratch);
    return;
  }
  matrix_s8_multiply_vector(input, plan->segment_length, parts_of(params), scratch, packed, &params->range, output,
                            plan->group_channels);
}
