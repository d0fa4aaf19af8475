#include <thimble/kit/fully_connected.h>

#include "arm_kernels.h"
#include "shared/channels.h"
#include "shared/rows.h"

/* A node's record. */
typedef struct arm_fully_connected {
  arm_outputs outputs;
  int32_t batches;
  int32_t depth;
  int32_t channels;
  /* Added to each weight. */
  int32_t filter_offset;
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
  const arm_filters filters = {.channels = count, .count = depth, .stride = depth, .step = 1};
  arm_channel *channels = host->allocate_constants(host, node, (uint32_t)count * (uint32_t)sizeof *channels);
  if (!channels) return THIMBLE_OUT_OF_MEMORY;
  const arm_fully_connected record = {
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .batches = params->batches,
      .depth = depth,
      .channels = count,
      .filter_offset = layer.filter_offset,
  };
  const thimble_status status = host->request_scratch(host, node, arm_row_bytes(depth));
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &record, sizeof record) : status;
}

/* What a zero point of the weights adds to every sum; wraps. */
static uint32_t offset_sum(const arm_fully_connected *record, const int8_t *input) {
  uint32_t sum = 0;
  if (record->filter_offset == 0) return 0;
  for (int32_t i = 0; i < record->depth; i++) sum += (uint32_t)input[i];
  return sum * (uint32_t)record->filter_offset;
}

static inline int8_t store(const arm_fully_connected *record, uint32_t sum, const arm_channel *channel) {
  const int32_t total = (int32_t)(sum + (uint32_t)channel->bias);
  return record->outputs.is_plain ? arm_store_plain(total, channel) : arm_store(total, channel, &record->outputs);
}

/* All channels of a batch. */
static void multiply_batch(const arm_fully_connected *record, const thimble_node *node, const int8_t *input,
                           int8_t *output) {
  const int32_t depth = record->depth;
  const uint32_t more = offset_sum(record, input);
  const int8_t *filter = thimble_input(node, 1)->data;
  const arm_channel *channel = node->constants, *const end = channel + record->channels;
  const void *row = arm_place_row(node->scratch, input, depth);
  for (; end - channel >= ARM_ROWS; channel += ARM_ROWS, output += ARM_ROWS, filter += ARM_ROWS * depth) {
    uint32_t sums[ARM_ROWS];
    arm_multiply_rows(sums, row, filter, depth);
    for (int32_t i = 0; i < ARM_ROWS; i++) output[i] = store(record, sums[i] + more, channel + i);
  }
  for (; channel < end; channel++, output++, filter += depth) {
    *output = store(record, arm_multiply_row(row, filter, depth) + more, channel);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_fully_connected *record = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < record->batches; batch++, input += record->depth, output += record->channels) {
    multiply_batch(record, node, input, output);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_fully_connected_s8, "FULLY_CONNECTED", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
