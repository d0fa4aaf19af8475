#include <thimble/params.h>

#include "arithmetic/exp_f32.h"
#include "arithmetic/matrix_vector.h"
#include "kernels.h"
#include <thimble/kit/glue.h>

/* One number with the fused activation; TANH counts here, and those that stand for no clamp leave it. */
static float activate(float x, thimble_activation activation) {
  switch (activation) {
    case THIMBLE_ACTIVATION_RELU:
      return x < 0 ? 0 : x;
    case THIMBLE_ACTIVATION_RELU_N1_TO_1:
      return x < -1 ? -1 : x > 1 ? 1 : x;
    case THIMBLE_ACTIVATION_RELU6:
      return x < 0 ? 0 : x > 6 ? 6 : x;
    case THIMBLE_ACTIVATION_TANH:
      return wasm_f32x4_extract_lane(tanh_of_four(wasm_f32x4_splat(x)), 0);
    default:
      return x;
  }
}

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_svdf_params *params = node->params;
  if (params->activation != THIMBLE_ACTIVATION_SIGN_BIT) return THIMBLE_OK;
  return thimble_decline(host, "the activation is SIGN_BIT");
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_svdf_params *params = node->params;
  return host->request_scratch(host, node, (uint32_t)params->filters * sizeof(float));
}

/* Stores the features of a batch as the newest column of its state [F, M]. */
static void store_features(const thimble_node *node, int32_t batch, float *state) {
  const thimble_svdf_params *params = node->params;
  const float *input = (const float *)thimble_input(node, 0)->data + batch * params->input_depth;
  float *const features = node->scratch;
  matrix_vector_f32(thimble_input(node, 1)->data, params->filters, params->input_depth, input, features);
  for (int32_t i = 0; i < params->filters; i++) state[(i + 1) * params->memory - 1] = features[i];
}

/* The state moves on by one element, so that each filter's oldest column gives way to the new features. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_svdf_params *params = node->params;
  const thimble_tensor *bias = thimble_optional_input(node, 3);
  const float *time = thimble_input(node, 2)->data, *biases = bias ? bias->data : NULL;
  float *state = thimble_input(node, 4)->data, *output = thimble_output(node, 0)->data;
  const int32_t taps = params->rank * params->memory, batch_states = params->filters * params->memory;
  const int32_t states = params->batches * batch_states;
  if (states > 0) __builtin_memmove(state, state + 1, (uint32_t)(states - 1) * sizeof(float));
  for (int32_t batch = 0; batch < params->batches; batch++, state += batch_states, output += params->units) {
    store_features(node, batch, state);
    for (int32_t unit = 0; unit < params->units; unit++) {
      const float sum = dot_f32(time + unit * taps, state + unit * taps, taps) + (biases ? biases[unit] : 0);
      output[unit] = activate(sum, params->activation);
    }
  }
  return THIMBLE_OK;
}

const thimble_kernel svdf_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "svdf_f32",
    .operator_name = "SVDF",
    .types = "float32, float32, float32, float32?, float32 -> float32",
    THIMBLE_WITHIN_TOLERANCE,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};
