/*
 * CONV_2D in int8 with groups, dilation and a scale for each channel: the inputs under each window are copied into a
 * row, zero points where it reaches beyond the input, and each filter is multiplied with it tap by tap.
 */
#include <thimble/kit/im2col.h>

#include "kernel.h"

typedef struct {
  thimble_im2col layout;
  int32_t input_offset;
  int32_t filters_per_group;
  output_stage output;
} conv_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0), *filter = input_info(host, node, 1);
  const int32_t *dims = thimble_input(node, 0)->dims;
  const int32_t filters = thimble_input(node, 1)->dims[0];
  conv_record *record = host->allocate_persistent(host, node, sizeof *record);
  thimble_multiplier *factors = host->allocate_constants(host, node, (uint32_t)filters * sizeof *factors);
  if (!record || !factors) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < filters; i++) factors[i] = channel_factor(input, filter, output_info(host, node), i);
  const thimble_im2col layout = {
      .dims = {dims[0], dims[1], dims[2], dims[3]},
      .height = params->height,
      .width = params->width,
      .padding = (int8_t)input->zero_point,
  };
  record->layout = layout;
  record->input_offset = -input->zero_point;
  record->filters_per_group = filters / (dims[3] / params->group_channels);
  record->output = output_stage_of(host, node, params->activation);
  return host->request_scratch(host, node, (uint32_t)thimble_im2col_row_length(&layout));
}

/* Adds the products of a run of channels to a sum, four at a time as long as there are four. */
static int32_t add_products(int32_t sum, const int8_t *input, const int8_t *weights, int32_t count, int32_t offset) {
  int32_t i = 0;
  for (; i + 4 <= count; i += 4) {
    int32_t four = (input[i] + offset) * weights[i];
    four += (input[i + 1] + offset) * weights[i + 1];
    four += (input[i + 2] + offset) * weights[i + 2];
    four += (input[i + 3] + offset) * weights[i + 3];
    sum = wrapping_add(sum, four);
  }
  for (; i < count; i++) sum = wrapping_add(sum, (input[i] + offset) * weights[i]);
  return sum;
}

static int32_t sum_of(const thimble_node *node, const int8_t *row, int32_t filter) {
  const conv_record *record = node->data;
  const int32_t *bias = optional_data(node, 2);
  const int32_t taps = record->layout.height.extent * record->layout.width.extent;
  const int32_t group_channels = thimble_input(node, 1)->dims[3];
  const int8_t *weights = (const int8_t *)thimble_input(node, 1)->data + filter * taps * group_channels;
  row += filter / record->filters_per_group * group_channels;
  int32_t sum = bias ? bias[filter] : 0;
  for (int32_t tap = 0; tap < taps; tap++, row += record->layout.dims[3], weights += group_channels) {
    sum = add_products(sum, row, weights, group_channels, record->input_offset);
  }
  return sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const conv_record *record = node->data;
  const thimble_multiplier *factors = node->constants;
  const int32_t *dims = thimble_output(node, 0)->dims;
  int8_t *row = node->scratch, *output = thimble_output(node, 0)->data;
  for (int32_t pixel = 0; pixel < dims[0] * dims[1] * dims[2]; pixel++) {
    const int32_t batch = pixel / (dims[1] * dims[2]), y = pixel / dims[2] % dims[1], x = pixel % dims[2];
    thimble_im2col_row_s8(&record->layout, thimble_input(node, 0)->data, batch, y, x, row);
    for (int32_t filter = 0; filter < dims[3]; filter++) {
      const int32_t sum = sum_of(node, row, filter);
      const int32_t scaled = thimble_requantize(sum, factors[filter]);
      *output++ = (int8_t)stored_output(scaled, &record->output);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel conv_2d_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "conv_2d_s8",
    .operator_name = "CONV_2D",
    .types = "int8, int8, int32? -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(conv_2d_s8);
