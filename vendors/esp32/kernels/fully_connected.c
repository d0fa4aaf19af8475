#include <thimble/kit/fully_connected.h>

#include "shared/rows.h"

#include "esp32_kernels.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor_info *filter = thimble_input_info(host, node, 1);
  if (filter->scale_count == 1 && filter->zero_point != 0)
    return thimble_decline(host, "the filter has a zero point");
  return thimble_supports_constant_weights(host, node);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  thimble_weights weights = thimble_weights_of(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
  weights.rounds_scale = 1;
  const int32_t length = params->input_depth;
  const thimble_output_quantization output = thimble_output_quantization_of(host, node, params->activation);
  thimble_status status = keep_rows(host, node, &weights, length, params->output_depth);
  if (status == THIMBLE_OK && LAYS_ROWS) status = request_rows(host, node, 1, row_bytes(length));
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &output, sizeof output) : status;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const int32_t length = params->input_depth, depth = params->output_depth;
  const thimble_output_quantization *q = node->data;
  const int8_t *row = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const filter_rows filters = kept_rows(node, length, depth, 0, depth);
  for (int32_t batch = 0; batch < params->batches; batch++, row += length, output += depth)
    multiply_row(lay_row(row, length, node->scratch), &filters, q, output);
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_fully_connected_s8, "FULLY_CONNECTED", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
