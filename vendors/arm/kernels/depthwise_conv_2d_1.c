#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/conv.h"

/* One input channel with several filters is what CONV_2D has, with the filters one behind another. */
static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  if (thimble_input(node, 0)->dims[3] != 1) return thimble_decline(host, "the input has several channels");
  return arm_supports_layer(host, node, THIMBLE_CONV_INPUTS);
}

/* Filters [taps, channels] to [channels, taps]. */
static void turn_filters(int8_t *to, const int8_t *from, int32_t channels, int32_t taps) {
  for (int32_t channel = 0; channel < channels; channel++) {
    for (int32_t tap = 0; tap < taps; tap++) *to++ = from[tap * channels + channel];
  }
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT32);
  const int32_t *filter = weights.filter->dims;
  const int32_t depth = filter[3], size = filter[1] * filter[2];
  const arm_filters filters = {
      .weights = arm_weights_of(host, &weights),
      .channels = depth,
      .count = size,
      .stride = 1,
      .step = depth,
  };
  arm_channel *channels = arm_allocate_channels(host, node, depth, (uint32_t)size);
  if (!channels || !filters.weights) return THIMBLE_OUT_OF_MEMORY;
  turn_filters(arm_behind_channels(node, depth), filters.weights, depth, size);
  const arm_conv conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .channels = depth,
      .filter_size = size,
      .filter_row = filter[2],
      .padding = (int8_t)weights.input_info->zero_point,
  };
  return arm_keep_conv(host, node, &conv);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_conv *conv = node->data;
  return arm_invoke_conv(node, arm_behind_channels(node, conv->channels));
}

THIMBLE_KERNEL(arm_depthwise_conv_2d_1_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, .supports = supports, .prepare = prepare, .invoke = invoke);
