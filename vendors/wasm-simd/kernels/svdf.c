#include <thimble/kit/requantize.h>
#include <thimble/params.h>

#include "arithmetic/matrix_vector.h"
#include "arithmetic/store_sums.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

/* What a node with int8 activations needs besides its parameters and tensors. */
typedef struct {
  int32_t input_offset;
  int32_t state_zero_point;
  /* From sums of features to the state, without its zero point, and from sums over time to the output. */
  thimble_sum_storage features;
  thimble_sum_storage outputs;
} svdf_record;

/* Scratch: sums of 32 bits, as many as there are filters or units, then the widened input, then new features. */
static int32_t most_sums(const thimble_svdf_params *params) {
  return params->filters > params->units ? params->filters : params->units;
}

static int16_t *widened_of(const thimble_node *node) {
  return (int16_t *)((int32_t *)node->scratch + most_sums(node->params));
}

static void *features_of(const thimble_node *node) {
  return widened_of(node) + ((const thimble_svdf_params *)node->params)->input_depth;
}

/* The reference multiplies and divides these scales in float. */
static thimble_multiplier factor_of(float a, float b, float c) {
  const float product = a * b;
  return thimble_quantize_multiplier(product / c);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_svdf_params *params = node->params;
  const thimble_tensor_info *input = thimble_input_info(host, node, 0), *state = thimble_input_info(host, node, 4);
  const thimble_tensor_info *output = thimble_output_info(host, node, 0);
  const svdf_record values = {
      .input_offset = -input->zero_point,
      .state_zero_point = state->zero_point,
      .features = {0, factor_of(input->scale, thimble_input_info(host, node, 1)->scale, state->scale),
                   {0, thimble_stored_range(thimble_input(node, 4)->type)}},
      .outputs = {0, factor_of(state->scale, thimble_input_info(host, node, 2)->scale, output->scale),
                  {output->zero_point, thimble_stored_range(THIMBLE_TYPE_INT8)}},
  };
  svdf_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  const int32_t shorts = params->input_depth + params->filters;
  return host->request_scratch(host, node, (uint32_t)(most_sums(params) * 4 + shorts * 2));
}

/* Sums of a batch's features, in scratch. */
static const int32_t *sum_features(const thimble_node *node, int32_t batch) {
  const thimble_svdf_params *params = node->params;
  const svdf_record *record = node->data;
  const int8_t *input = (const int8_t *)thimble_input(node, 0)->data + batch * params->input_depth;
  widen_vector(widened_of(node), input, 1, params->input_depth, record->input_offset);
  matrix_vector_s8(thimble_input(node, 1)->data, params->filters, params->input_depth, widened_of(node), node->scratch);
  return node->scratch;
}

static void add_bias(const thimble_node *node, int32_t *sums) {
  const int32_t units = ((const thimble_svdf_params *)node->params)->units;
  const thimble_tensor *bias = thimble_optional_input(node, 3);
  if (!bias) return;
  for (int32_t unit = 0; unit < units; unit++) {
    sums[unit] = (int32_t)((uint32_t)sums[unit] + (uint32_t)((const int32_t *)bias->data)[unit]);
  }
}

/*
 * Invoke for a type of state [N, F, M]: it moves on by one element, so that each filter's oldest column gives way to
 * the new features, and each unit sums its filters over time.
 */
#define SVDF_INVOKE(type, element)                                                                               \
  static void store_features_##type(const thimble_node *node, int32_t batch, element *state) {                  \
    const thimble_svdf_params *params = node->params;                                                            \
    const svdf_record *record = node->data;                                                                      \
    element *const features = features_of(node);                                                                 \
    store_sums_##type(&record->features, sum_features(node, batch), features, params->filters);                  \
    for (int32_t i = 0; i < params->filters; i++) {                                                              \
      state[(i + 1) * params->memory - 1] = (element)(features[i] + record->state_zero_point);                   \
    }                                                                                                            \
  }                                                                                                              \
  /* Takes the state's zero point off sums over `taps` weights a unit. */                                        \
  static void take_zero_point_##type(const thimble_node *node, const element *weights, int32_t taps,             \
                                     int32_t *sums) {                                                            \
    const thimble_svdf_params *params = node->params;                                                            \
    const uint32_t zero_point = (uint32_t)((const svdf_record *)node->data)->state_zero_point;                   \
    if (zero_point == 0) return;                                                                                 \
    for (int32_t unit = 0; unit < params->units; unit++, weights += taps) {                                      \
      uint32_t sum = 0;                                                                                          \
      for (int32_t i = 0; i < taps; i++) sum += (uint32_t)weights[i];                                            \
      sums[unit] = (int32_t)((uint32_t)sums[unit] - zero_point * sum);                                           \
    }                                                                                                            \
  }                                                                                                              \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                            \
    (void)host;                                                                                                  \
    const thimble_svdf_params *params = node->params;                                                            \
    const svdf_record *record = node->data;                                                                      \
    const element *time = thimble_input(node, 2)->data;                                                          \
    element *state = thimble_input(node, 4)->data;                                                               \
    int8_t *output = thimble_output(node, 0)->data;                                                              \
    int32_t *const sums = node->scratch;                                                                         \
    const int32_t taps = params->rank * params->memory, batch_states = params->filters * params->memory;         \
    const int32_t states = params->batches * batch_states;                                                       \
    if (states > 0) __builtin_memmove(state, state + 1, (uint32_t)(states - 1) * sizeof(element));               \
    for (int32_t batch = 0; batch < params->batches; batch++, state += batch_states, output += params->units) {  \
      store_features_##type(node, batch, state);                                                                 \
      dots_##type(time, state, params->units, taps, sums);                                                       \
      take_zero_point_##type(node, time, taps, sums);                                                            \
      add_bias(node, sums);                                                                                      \
      store_sums_s8(&record->outputs, sums, output, params->units);                                              \
    }                                                                                                            \
    return THIMBLE_OK;                                                                                           \
  }

SVDF_INVOKE(s8, int8_t)
SVDF_INVOKE(s16, int16_t)

const thimble_kernel svdf_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "svdf_s8",
    .operator_name = "SVDF",
    .types = "int8, int8, int8, int32?, int8 -> int8",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = prepare,
    .invoke = invoke_s8,
};

const thimble_kernel svdf_s8_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "svdf_s8_s16",
    .operator_name = "SVDF",
    .types = "int8, int8, int16, int32?, int16 -> int8",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = prepare,
    .invoke = invoke_s16,
};
