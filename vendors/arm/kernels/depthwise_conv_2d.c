#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/window_channels.h"

/* A node's record. */
typedef struct arm_depthwise_any {
  thimble_windows windows;
  arm_outputs outputs;
  /* Added to each input. */
  int32_t offset;
  /* Weights of a row of taps. */
  int32_t filter_row;
} arm_depthwise_any;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  if (params->depth_multiplier != 1) return thimble_decline(host, "channels have several filters");
  return arm_supports_layer(host, node, THIMBLE_CONV_INPUTS);
}

/* Taps beside the input are left out: its zero point is added to inputs, and not in the biases. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT32);
  const int32_t offset = layer.input_offset;
  layer.input_offset = 0;
  const int32_t *filter = weights.filter->dims;
  const arm_filters filters = {
      .weights = weights.filter->data,
      .channels = filter[3],
      .count = filter[1] * filter[2],
      .stride = 1,
      .step = filter[3],
  };
  arm_channel *channels = arm_allocate_channels(host, node, filter[3], 0);
  if (!channels) return THIMBLE_OUT_OF_MEMORY;
  const arm_depthwise_any record = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .offset = offset,
      .filter_row = filter[2] * filter[3],
  };
  return thimble_keep_record(host, node, &record, sizeof record);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_depthwise_any *record = node->data;
  const int32_t depth = record->windows.depth;
  int8_t *output = thimble_output(node, 0)->data;
  THIMBLE_FOR_EACH_WINDOW(&record->windows, at) {
    const arm_window window = {arm_pool_taps_of(&record->windows, &at), depth, record->filter_row, record->offset};
    const int8_t *input = (const int8_t *)thimble_input(node, 0)->data + at.start;
    const int8_t *filter = thimble_input(node, 1)->data;
    const arm_channel *channel = node->constants;
    filter += at.first_row * record->filter_row + at.first_column * depth;
    for (int32_t left = depth; left > 0; left -= ARM_WINDOW_CHANNELS) {
      const int32_t count = left < ARM_WINDOW_CHANNELS ? left : ARM_WINDOW_CHANNELS;
      arm_store_window(&window, input, filter, channel, count, &record->outputs, output);
      input += count;
      filter += count;
      channel += count;
      output += count;
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
