/* DEPTHWISE_CONV_2D in int8 without dilation: any depth multiplier, a scale for each channel. */
#include "kernel.h"

typedef struct {
  int32_t input_offset;
  output_stage output;
} depthwise_record;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  if (params->height.dilation != 1) return decline(host, "the rows are dilated");
  if (params->width.dilation != 1) return decline(host, "the columns are dilated");
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0), *filter = input_info(host, node, 1);
  const int32_t channels = thimble_output(node, 0)->dims[3];
  depthwise_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->input_offset = -input->zero_point;
  record->output = output_stage_of(host, node, params->activation);
  thimble_multiplier *factors = host->allocate_constants(host, node, (uint32_t)channels * sizeof *factors);
  if (!factors) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < channels; i++) factors[i] = channel_factor(input, filter, output_info(host, node), i);
  return THIMBLE_OK;
}

/* The window at an output position, over one channel; taps beyond the input count for nothing. */
static int32_t sum_at(const thimble_node *node, int32_t batch, int32_t y, int32_t x, int32_t channel) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const depthwise_record *record = node->data;
  const int32_t *dims = thimble_input(node, 0)->dims, *filter_dims = thimble_input(node, 1)->dims;
  const int8_t *input = thimble_input(node, 0)->data;
  const int8_t *weights = thimble_input(node, 1)->data;
  const int32_t input_channel = channel / params->depth_multiplier;
  int32_t sum = 0;
  for (int32_t row = 0; row < filter_dims[1]; row++) {
    const int32_t in_y = y * params->height.stride - params->height.pad_before + row;
    if (in_y < 0 || in_y >= dims[1]) continue;
    for (int32_t column = 0; column < filter_dims[2]; column++) {
      const int32_t in_x = x * params->width.stride - params->width.pad_before + column;
      if (in_x < 0 || in_x >= dims[2]) continue;
      const int32_t value = input[thimble_offset_4d(dims, batch, in_y, in_x, input_channel)] + record->input_offset;
      sum += value * weights[thimble_offset_4d(filter_dims, 0, row, column, channel)];
    }
  }
  return sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const depthwise_record *record = node->data;
  const thimble_multiplier *factors = node->constants;
  const int32_t *bias = optional_data(node, 2), *dims = thimble_output(node, 0)->dims;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < thimble_element_count(thimble_output(node, 0)); i++) {
    const int32_t channel = i % dims[3], x = i / dims[3] % dims[2], y = i / dims[3] / dims[2] % dims[1];
    const int32_t batch = i / dims[3] / dims[2] / dims[1];
    const int32_t sum = wrapping_add(bias ? bias[channel] : 0, sum_at(node, batch, y, x, channel));
    const int32_t scaled = thimble_requantize(sum, factors[channel]);
    output[i] = (int8_t)stored_output(scaled, &record->output);
  }
  return THIMBLE_OK;
}

static const thimble_kernel depthwise_conv_2d_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "depthwise_conv_2d_s8",
    .operator_name = "DEPTHWISE_CONV_2D",
    .types = "int8, int8, int32? -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(depthwise_conv_2d_s8);
