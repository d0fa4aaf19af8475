#include <thimble/kit/fully_connected.h>

#include "arm_kernels.h"
#include "shared/row_channels_s16.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
  if (weights.input_info->zero_point == 0 && weights.filter_info->zero_point == 0) return THIMBLE_OK;
  return thimble_decline(host, "the input or the filter has a zero point");
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  const thimble_status status = thimble_prepare_fully_connected(host, node);
  if (status != THIMBLE_OK) return status;
  return host->request_scratch(host, node, arm_row_channels_bytes_s16(params->input_depth));
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const thimble_layer *layer = node->data;
  const arm_row_channels_s16 by = {
      .layer = layer,
      .data = thimble_layer_data_of(node, layer, THIMBLE_FULLY_CONNECTED_INPUTS),
      .channels = params->output_depth,
      .length = params->input_depth,
  };
  const int16_t *input = by.data.input;
  int16_t *output = by.data.output;
  for (int32_t batch = 0; batch < params->batches; batch++, input += by.length, output += by.channels) {
    arm_multiply_channels_s16(&by, input, output, node->scratch);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_fully_connected_s16, "FULLY_CONNECTED", "int16, int8, int32|int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, .supports = supports, .prepare = prepare, .invoke = invoke);
