#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/conv.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  if (thimble_input(node, 0)->dims[3] != params->group_channels)
    return thimble_decline(host, "the filters are in groups");
  return arm_supports_layer(host, node, THIMBLE_CONV_INPUTS);
}

/* Windows that are the pixels of the input, one behind another. */
static int32_t is_pointwise(const thimble_window *window) {
  return window->extent == 1 && window->stride == 1 && window->pad_before == 0;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const thimble_layer layer =
      thimble_layer_of(host, node, &weights, params->activation, params->quantized_bias_type);
  const int32_t *filter = weights.filter->dims, *input = weights.input->dims;
  const int32_t size = filter[1] * filter[2] * filter[3];
  const arm_filters filters = {
      .weights = arm_weights_of(host, &weights),
      .channels = filter[0],
      .count = size,
      .stride = size,
      .step = 1,
  };
  arm_channel *channels = arm_allocate_channels(host, node, filter[0], 0);
  if (!channels || !filters.weights) return THIMBLE_OUT_OF_MEMORY;
  const int32_t is_flat = is_pointwise(&params->height) && is_pointwise(&params->width) &&
                          params->height.positions == input[1] && params->width.positions == input[2];
  const arm_conv conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .channels = filter[0],
      .filter_size = size,
      .filter_row = filter[2] * filter[3],
      .packed_weights = layer.packed_weights,
      .pixels = is_flat ? input[0] * input[1] * input[2] : 0,
      .padding = (int8_t)weights.input_info->zero_point,
  };
  return arm_keep_conv(host, node, &conv);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return arm_invoke_conv(node, thimble_input(node, 1)->data);
}

THIMBLE_KERNEL(arm_conv_2d_s8, "CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
