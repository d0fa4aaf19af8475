#include <thimble/kit/svdf.h>

#include "arm_kernels.h"
#include "shared/copy.h"
#include "shared/fold_offset.h"
#include "shared/row_series.h"

/* A node's record. Zero points of the input and the state are in the biases, the node's constants. */
typedef struct arm_svdf {
  arm_series features;
  arm_series outputs;
} arm_svdf;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  for (uint32_t i = THIMBLE_SVDF_FEATURES; i <= THIMBLE_SVDF_BIAS; i++) {
    const thimble_tensor *tensor = thimble_optional_input(node, i);
    if (tensor && !(host->tensor_info(host, tensor)->flags & THIMBLE_TENSOR_CONSTANT))
      return thimble_decline(host, "the weights are no constants");
  }
  return THIMBLE_OK;
}

/* Biases of all filters, then of all units; and how sums become features, and outputs. */
static void fill_biases(const thimble_host *host, const thimble_node *node, arm_svdf *record, int32_t *biases) {
  const thimble_svdf_params *params = node->params;
  const thimble_svdf svdf = thimble_svdf_of(host, node);
  const thimble_tensor *bias = thimble_optional_input(node, THIMBLE_SVDF_BIAS);
  const int8_t *features = thimble_input(node, THIMBLE_SVDF_FEATURES)->data;
  const int8_t *time = thimble_input(node, THIMBLE_SVDF_TIME)->data;
  const int32_t depth = params->input_depth, taps = params->rank * params->memory;
  int64_t most_features = 0, most_outputs = 0;
  for (int32_t i = 0; i < params->filters; i++, features += depth) {
    *biases++ = arm_fold_offset(0, features, depth, svdf.input_offset, &most_features);
  }
  for (int32_t i = 0; i < params->units; i++, time += taps) {
    const int32_t own = bias ? ((const int32_t *)bias->data)[i] : 0;
    *biases++ = arm_fold_offset(own, time, taps, -svdf.state_zero_point, &most_outputs);
  }
  record->features = (arm_series){.scaling = arm_scaling_of(svdf.features, most_features),
                                  .after = svdf.state_zero_point};
  record->outputs = (arm_series){.scaling = arm_scaling_of(svdf.outputs, most_outputs),
                                 .before = svdf.output.zero_point};
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_svdf_params *params = node->params;
  arm_svdf *record = host->allocate_persistent(host, node, sizeof *record);
  const uint32_t sums = (uint32_t)params->filters + (uint32_t)params->units;
  int32_t *biases = host->allocate_constants(host, node, sums * (uint32_t)sizeof *biases);
  if (!record || !biases) return THIMBLE_OUT_OF_MEMORY;
  fill_biases(host, node, record, biases);
  return host->request_scratch(host, node, arm_series_bytes(params->input_depth, params->filters));
}

/* A batch: each filter's product with the input is its newest column, each output a sum of filters over time. */
static void step_batch(const thimble_node *node, const int8_t *input, int8_t *state, int8_t *output) {
  const thimble_svdf_params *params = node->params;
  const arm_svdf *record = node->data;
  const int32_t *biases = node->constants;
  const int8_t *features = thimble_input(node, THIMBLE_SVDF_FEATURES)->data;
  const int8_t *time = thimble_input(node, THIMBLE_SVDF_TIME)->data;
  const int32_t memory = params->memory;
  arm_multiply_series(&record->features, biases, 0, params->filters, input, features, params->input_depth,
                      state + memory - 1, memory, node->scratch);
  arm_dot_series(&record->outputs, biases + params->filters, params->units, state, time, params->rank * memory,
                 output, node->scratch);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_svdf_params *params = node->params;
  const int8_t *input = thimble_input(node, THIMBLE_SVDF_INPUT)->data;
  int8_t *state = thimble_input(node, THIMBLE_SVDF_STATE)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t states = params->filters * params->memory;
  /* Each filter's oldest column gives way. */
  arm_copy(state, state + 1, params->batches * states - 1);
  for (int32_t batch = 0; batch < params->batches; batch++) {
    step_batch(node, input, state, output);
    input += params->input_depth;
    state += states;
    output += params->units;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_svdf_s8, "SVDF", "int8, int8, int8, int32?, int8 -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
