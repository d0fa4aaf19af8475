#include <thimble/kit/fully_connected.h>

#include "arm_kernels.h"
#include "shared/row_channels.h"

/* A node's record. */
typedef struct arm_fully_connected {
  arm_outputs outputs;
  int32_t batches;
  int32_t depth;
  int32_t channels;
  /* Added to each weight. */
  int32_t filter_offset;
  /* Elements of a filter of int4, which is unpacked into scratch; 0 of others. */
  int32_t packed_weights;
} arm_fully_connected;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  return arm_supports_layer(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  thimble_weights weights = thimble_weights_of(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
  weights.rounds_scale = 1;
  thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, params->quantized_bias_type);
  /* With one scale a row, TFLite takes the weights for symmetric. */
  if (weights.filter_info->scale_count == 1) layer.filter_offset = thimble_offset_of(weights.filter_info);
  const int32_t depth = params->input_depth, count = params->output_depth;
  const arm_filters filters = {
      .weights = arm_weights_of(host, &weights),
      .channels = count,
      .count = depth,
      .stride = depth,
      .step = 1,
  };
  arm_channel *channels = arm_allocate_channels(host, node, count, 0);
  if (!channels || !filters.weights) return THIMBLE_OUT_OF_MEMORY;
  const arm_fully_connected record = {
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .batches = params->batches,
      .depth = depth,
      .channels = count,
      .filter_offset = layer.filter_offset,
      .packed_weights = layer.packed_weights,
  };
  const uint32_t bytes = arm_row_channels_bytes(depth, count) + (uint32_t)layer.packed_weights;
  const thimble_status status = host->request_scratch(host, node, bytes);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &record, sizeof record) : status;
}

/* What a zero point of the weights adds to every sum; wraps. */
static uint32_t offset_sum(const arm_fully_connected *record, const int8_t *input) {
  uint32_t sum = 0;
  if (record->filter_offset == 0) return 0;
  for (int32_t i = 0; i < record->depth; i++) sum += (uint32_t)input[i];
  return sum * (uint32_t)record->filter_offset;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_fully_connected *record = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *const unpacked = (int8_t *)node->scratch + arm_row_channels_bytes(record->depth, record->channels);
  const int8_t *filter = arm_filter_of(thimble_input(node, 1)->data, record->packed_weights, unpacked);
  const arm_row_channels layer = {&record->outputs, node->constants, record->channels, filter, record->depth};
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < record->batches; batch++, input += record->depth, output += record->channels) {
    arm_multiply_channels(&layer, input, offset_sum(record, input), output, node->scratch);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_fully_connected_s8, "FULLY_CONNECTED", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
