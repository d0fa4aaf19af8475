/* FULLY_CONNECTED of int16 inputs and int8 weights with sums of 64 bits. */
#include "kernel.h"

typedef struct {
  int32_t input_zero_point;
  int32_t filter_zero_point;
  uint32_t has_bias;
  output_stage output;
} fully_connected_record;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  const int has_bias = thimble_optional_input(node, 2) != NULL;
  if (!has_bias && params->quantized_bias_type == THIMBLE_TYPE_INT32) return decline(host, "sums have 32 bits");
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0), *filter = input_info(host, node, 1);
  const thimble_tensor *bias = thimble_optional_input(node, 2);
  fully_connected_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->input_zero_point = input->zero_point;
  /* TFLM takes the zero point of a single scale only. */
  record->filter_zero_point = filter->scale_count == 1 ? filter->zero_point : 0;
  record->has_bias = bias != NULL;
  record->output = output_stage_of(host, node, params->activation);
  thimble_multiplier *factors = host->allocate_constants(host, node, (uint32_t)params->output_depth * sizeof *factors);
  if (!factors) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t row = 0; row < params->output_depth; row++) {
    factors[row] = row_factor(input, filter, output_info(host, node), row);
  }
  return THIMBLE_OK;
}

static int64_t sum_of(const thimble_node *node, const int16_t *input, int32_t row) {
  const thimble_fully_connected_params *params = node->params;
  const fully_connected_record *record = node->data;
  const int8_t *weights = (const int8_t *)thimble_input(node, 1)->data + row * params->input_depth;
  int64_t sum = 0;
  if (record->has_bias) sum = ((const int64_t *)thimble_input(node, 2)->data)[row];
  for (int32_t i = 0; i < params->input_depth; i++) {
    sum += (input[i] - record->input_zero_point) * (weights[i] - record->filter_zero_point);
  }
  return sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const fully_connected_record *record = node->data;
  const thimble_multiplier *factors = node->constants;
  const int16_t *input = thimble_input(node, 0)->data;
  int16_t *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < params->batches; batch++, input += params->input_depth) {
    for (int32_t row = 0; row < params->output_depth; row++) {
      const int32_t scaled = thimble_requantize_64(sum_of(node, input, row), factors[row]);
      *output++ = (int16_t)stored_output(scaled, &record->output);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel fully_connected_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "fully_connected_s16",
    .operator_name = "FULLY_CONNECTED",
    .types = "int16, int8, int64? -> int16",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(fully_connected_s16);
