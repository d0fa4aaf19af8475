/*
 * SVDF in int8. The state [N, F, M] keeps what each filter made of the last M inputs, newest last: it moves on by one
 * element as a whole, and what crosses from one filter to the next is overwritten.
 */
#include "kernel.h"

typedef struct {
  int32_t input_offset;
  int32_t state_zero_point;
  thimble_multiplier feature_factor;
  thimble_multiplier time_factor;
  output_stage output;
} svdf_record;

/* The reference multiplies and divides these scales in float. */
static thimble_multiplier factor_of(const thimble_tensor_info *a, const thimble_tensor_info *b,
                                    const thimble_tensor_info *c) {
  const float product = a->scale * b->scale;
  const float quotient = product / c->scale;
  return thimble_quantize_multiplier(quotient);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = input_info(host, node, 0), *state = input_info(host, node, 4);
  svdf_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->input_offset = -input->zero_point;
  record->state_zero_point = state->zero_point;
  record->feature_factor = factor_of(input, input_info(host, node, 1), state);
  record->time_factor = factor_of(state, input_info(host, node, 2), output_info(host, node));
  /* As in TFLM, an activation does not clamp. */
  record->output = output_stage_of(host, node, THIMBLE_ACTIVATION_NONE);
  return THIMBLE_OK;
}

static void move_on(int8_t *state, int32_t count) {
  for (int32_t i = 0; i + 1 < count; i++) state[i] = state[i + 1];
}

/* Stores what one filter makes of an input as the newest element of its state. */
static void store_feature(const thimble_node *node, const int8_t *input, const int8_t *weights, int8_t *state) {
  const thimble_svdf_params *params = node->params;
  const svdf_record *record = node->data;
  int32_t sum = 0;
  for (int32_t i = 0; i < params->input_depth; i++) {
    sum = wrapping_add(sum, (input[i] + record->input_offset) * weights[i]);
  }
  const int32_t scaled = thimble_clamp(thimble_requantize(sum, record->feature_factor), INT8_MIN, INT8_MAX);
  state[params->memory - 1] = (int8_t)(scaled + record->state_zero_point);
}

/* The sum of a unit's filters over time. */
static int32_t sum_of(const thimble_node *node, const int8_t *state, const int8_t *weights, int32_t bias) {
  const thimble_svdf_params *params = node->params;
  const svdf_record *record = node->data;
  int32_t sum = bias;
  for (int32_t i = 0; i < params->rank * params->memory; i++) {
    sum = wrapping_add(sum, (state[i] - record->state_zero_point) * weights[i]);
  }
  return sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_svdf_params *params = node->params;
  const svdf_record *record = node->data;
  const int8_t *input = thimble_input(node, 0)->data, *features = thimble_input(node, 1)->data;
  const int8_t *times = thimble_input(node, 2)->data;
  const int32_t *bias = optional_data(node, 3);
  int8_t *state = thimble_input(node, 4)->data, *output = thimble_output(node, 0)->data;
  const int32_t depth = params->input_depth, memory = params->memory, taps = params->rank * memory;
  move_on(state, params->batches * params->filters * memory);
  for (int32_t batch = 0; batch < params->batches; batch++, input += depth) {
    int8_t *own = state + batch * params->filters * memory;
    for (int32_t i = 0; i < params->filters; i++) store_feature(node, input, features + i * depth, own + i * memory);
    for (int32_t unit = 0; unit < params->units; unit++) {
      const int32_t sum = sum_of(node, own + unit * taps, times + unit * taps, bias ? bias[unit] : 0);
      *output++ = (int8_t)stored_output(thimble_requantize(sum, record->time_factor), &record->output);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel svdf_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "svdf_s8",
    .operator_name = "SVDF",
    .types = "int8, int8, int8, int32?, int8 -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(svdf_s8);
