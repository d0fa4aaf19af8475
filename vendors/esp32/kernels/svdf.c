#include <thimble/kit/copy_bytes.h>
#include <thimble/kit/svdf.h>

#include "shared/store.h"

#include "esp32_kernels.h"

typedef struct svdf_record {
  /** What is the same for all filters, and for all units; their biases are among the constants, in this order. */
  channel feature;
  channel unit;
  thimble_range state_range;
  int32_t state_zero_point;
  thimble_output_quantization output;
} svdf_record;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *bias = thimble_optional_input(node, THIMBLE_SVDF_BIAS);
  if (!thimble_input(node, THIMBLE_SVDF_FEATURES)->data || !thimble_input(node, THIMBLE_SVDF_TIME)->data)
    return thimble_decline(host, "the filter is no constant");
  if (bias && !bias->data) return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}

/* For each row of weights, `offset` times their sum is added to its bias. */
static void add_offsets(const int8_t *weights, int32_t length, int32_t rows, uint32_t offset, uint32_t *biases) {
  const thimble_channel_weights row = {length, 1, length};
  for (int32_t i = 0; i < rows; i++, weights += length) biases[i] += offset * thimble_sum_weights(weights, &row);
}

static thimble_status keep_biases(const thimble_host *host, thimble_node *node) {
  const thimble_svdf_params *params = node->params;
  const thimble_tensor *bias = thimble_optional_input(node, THIMBLE_SVDF_BIAS);
  const uint32_t count = (uint32_t)params->filters + (uint32_t)params->units;
  const uint32_t input_offset = (uint32_t)thimble_offset_of(thimble_input_info(host, node, THIMBLE_SVDF_INPUT));
  const uint32_t state_offset = (uint32_t)thimble_offset_of(thimble_input_info(host, node, THIMBLE_SVDF_STATE));
  if (count == 0) return THIMBLE_OK;
  uint32_t *features = host->allocate_constants(host, node, count * (uint32_t)sizeof *features);
  if (!features) return THIMBLE_OUT_OF_MEMORY;
  uint32_t *const units = features + params->filters;
  for (int32_t i = 0; bias && i < params->units; i++) units[i] = ((const uint32_t *)bias->data)[i];
  add_offsets(thimble_input(node, THIMBLE_SVDF_FEATURES)->data, params->input_depth, params->filters, input_offset,
              features);
  add_offsets(thimble_input(node, THIMBLE_SVDF_TIME)->data, params->rank * params->memory, params->units, state_offset,
              units);
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_svdf svdf = thimble_svdf_of(host, node);
  const svdf_record record = {channel_of(svdf.features), channel_of(svdf.outputs), svdf.state_range,
                              svdf.state_zero_point, svdf.output};
  const thimble_status status = keep_biases(host, node);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &record, sizeof record) : status;
}

/* The sum of a filter's products with the input, with its bias. */
static uint32_t sum_feature(const int8_t *input, const int8_t *weights, int32_t length, uint32_t bias) {
  const int8_t *const end = input + length, *const unrolled_end = input + (length & ~3);
  for (; input < unrolled_end; input += 4, weights += 4) {
    bias += (uint32_t)(input[0] * weights[0]);
    bias += (uint32_t)(input[1] * weights[1]);
    bias += (uint32_t)(input[2] * weights[2]);
    bias += (uint32_t)(input[3] * weights[3]);
    THIMBLE_KEEP_ORDER();
  }
  while (input < end) bias += (uint32_t)(*input++ * *weights++);
  return bias;
}

/* Moves a filter's state on by one element, the last of which is the new feature, and sums its products up. */
static uint32_t advance(int8_t *state, const int8_t *time, int32_t memory, int8_t feature) {
  int8_t *const last = state + memory - 1;
  uint32_t sum = 0;
  for (; state < last; state++, time++) {
    const int8_t next = state[1];
    *state = next;
    sum += (uint32_t)(next * *time);
  }
  *last = feature;
  return sum + (uint32_t)(feature * *time);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_svdf_params *params = node->params;
  const svdf_record *svdf = node->data;
  const int32_t length = params->input_depth, memory = params->memory;
  const int8_t *input = thimble_input(node, THIMBLE_SVDF_INPUT)->data;
  int8_t *state = thimble_input(node, THIMBLE_SVDF_STATE)->data, *output = thimble_output(node, 0)->data;
  for (int32_t batch = 0; batch < params->batches; batch++, input += length) {
    const uint32_t *bias = node->constants, *unit_bias = bias + params->filters;
    const int8_t *weights = thimble_input(node, THIMBLE_SVDF_FEATURES)->data;
    const int8_t *time = thimble_input(node, THIMBLE_SVDF_TIME)->data;
    for (int32_t unit = 0; unit < params->units; unit++) {
      uint32_t sum = *unit_bias++;
      for (int32_t i = 0; i < params->rank; i++, weights += length, time += memory, state += memory) {
        const int32_t feature = scale_sum(sum_feature(input, weights, length, *bias++), svdf->feature);
        const int32_t clamped = thimble_clamp(feature, svdf->state_range.min, svdf->state_range.max);
        sum += advance(state, time, memory, (int8_t)(clamped + svdf->state_zero_point));
      }
      *output++ = store_sum(sum, svdf->unit, svdf->output);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_svdf_s8, "SVDF", "int8, int8, int8, int32?, int8 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
