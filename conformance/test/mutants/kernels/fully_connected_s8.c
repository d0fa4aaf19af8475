/*
 * FULLY_CONNECTED in int8 with constant weights: what the input's zero point adds to a row's sums is known beforehand
 * and goes into the row's bias.
 */
#include "kernel.h"

typedef struct {
  int32_t filter_zero_point;
  output_stage output;
} fully_connected_record;

/* One row of weights: its factor, and its bias less what the input's zero point adds to its sums. */
typedef struct {
  thimble_multiplier factor;
  int32_t bias;
} row_constants;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  if (!(input_info(host, node, 1)->flags & THIMBLE_TENSOR_CONSTANT)) return decline(host, "the filter is computed");
  const thimble_tensor *bias = thimble_optional_input(node, 2);
  if (!bias || (host->tensor_info(host, bias)->flags & THIMBLE_TENSOR_CONSTANT)) return THIMBLE_OK;
  return decline(host, "the bias is computed");
}

/* The sum of each row of weights, without their zero point. */
static void sum_rows(const thimble_node *node, int32_t filter_zero_point, int32_t *sums) {
  const thimble_fully_connected_params *params = node->params;
  const int8_t *weights = thimble_input(node, 1)->data;
  for (int32_t row = 0; row < params->output_depth; row++, weights += params->input_depth) {
    for (int32_t i = 0; i < params->input_depth; i++) sums[row] += weights[i] - filter_zero_point;
  }
}

static thimble_status prepare_rows(const thimble_host *host, thimble_node *node, int32_t filter_zero_point) {
  const thimble_fully_connected_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0), *filter = input_info(host, node, 1);
  const uint32_t count = (uint32_t)params->output_depth;
  const int32_t *bias = optional_data(node, 2);
  row_constants *rows = host->allocate_constants(host, node, count * sizeof *rows);
  if (!rows) return THIMBLE_OUT_OF_MEMORY;
  int32_t *sums = host->allocate_temporary(host, count * sizeof *sums);
  if (!sums) return THIMBLE_OUT_OF_MEMORY;
  sum_rows(node, filter_zero_point, sums);
  for (int32_t row = 0; row < params->output_depth; row++) {
    const uint32_t of_zero_point = (uint32_t)input->zero_point * (uint32_t)sums[row];
    rows[row].factor = row_factor(input, filter, output_info(host, node), row);
    rows[row].bias = (int32_t)((bias ? (uint32_t)bias[row] : 0) - of_zero_point);
  }
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  const thimble_tensor_info *filter = input_info(host, node, 1);
  fully_connected_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  /* TFLM takes the zero point of a single scale only. */
  record->filter_zero_point = filter->scale_count == 1 ? filter->zero_point : 0;
  record->output = output_stage_of(host, node, params->activation);
  return prepare_rows(host, node, record->filter_zero_point);
}

/* Adds inputs, each times a weight less the zero point, to a sum; eight at a time as long as there are eight. */
static int32_t add_products(int32_t sum, const int8_t *input, const int8_t *weights, int32_t count,
                            int32_t zero_point) {
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    int32_t eight = 0;
    for (int32_t k = i; k < i + 8; k++) eight += input[k] * (weights[k] - zero_point);
    sum = wrapping_add(sum, eight);
  }
  for (; i < count; i++) sum = wrapping_add(sum, input[i] * (weights[i] - zero_point));
  return sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const fully_connected_record *record = node->data;
  const row_constants *rows = node->constants;
  const int8_t *input = thimble_input(node, 0)->data;
  const int8_t *weights = thimble_input(node, 1)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = params->input_depth;
  for (int32_t batch = 0; batch < params->batches; batch++, input += depth) {
    for (int32_t row = 0; row < params->output_depth; row++) {
      const int8_t *own = weights + row * depth;
      const int32_t sum = add_products(rows[row].bias, input, own, depth, record->filter_zero_point);
      *output++ = (int8_t)stored_output(thimble_requantize(sum, rows[row].factor), &record->output);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel fully_connected_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "fully_connected_s8",
    .operator_name = "FULLY_CONNECTED",
    .types = "int8, int8, int32? -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(fully_connected_s8);
