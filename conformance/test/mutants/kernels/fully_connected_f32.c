/* FULLY_CONNECTED in float32: each sum is kept in double, in the reference's order, and rounded once. */
#include "kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  thimble_range_f32 *range = host->allocate_persistent(host, node, sizeof *range);
  if (!range) return THIMBLE_OUT_OF_MEMORY;
  *range = thimble_activation_range_f32(params->activation);
  return THIMBLE_OK;
}

static double sum_of(const float *input, const float *weights, int32_t depth, double bias) {
  double sum = bias;
  for (int32_t i = 0; i < depth; i++) sum += (double)input[i] * (double)weights[i];
  return sum;
}

/* Not a number stays what it is; -0 becomes the bound 0. */
static float activated(double sum, const thimble_range_f32 *range) {
  if (sum <= range->min) return range->min;
  return sum >= range->max ? range->max : (float)sum;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const float *input = thimble_input(node, 0)->data;
  const float *weights = thimble_input(node, 1)->data;
  const float *bias = optional_data(node, 2);
  float *output = thimble_output(node, 0)->data;
  const int32_t depth = params->input_depth, rows = params->output_depth;
  for (int32_t batch = 0; batch < params->batches; batch++) {
    for (int32_t row = 0; row < rows; row++) {
      const double sum = sum_of(input + batch * depth, weights + row * depth, depth, bias ? bias[row] : 0);
      output[batch * rows + row] = activated(sum, node->data);
    }
  }
  return THIMBLE_OK;
}

static const thimble_kernel fully_connected_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "fully_connected_f32",
    .operator_name = "FULLY_CONNECTED",
    .types = "float32, float32, float32? -> float32",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(fully_connected_f32);
