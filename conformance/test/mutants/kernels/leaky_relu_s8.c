/* LEAKY_RELU in int8: one factor from the zero point on, another below it. */
#include "kernel.h"

typedef struct {
  int32_t input_zero_point;
  thimble_multiplier identity;
  /* The slope's magnitude; its sign goes apart. */
  thimble_multiplier slope;
  int32_t slope_sign;
  output_stage output;
} leaky_relu_record;

/* The reference multiplies and divides these numbers in float. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_leaky_relu_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0), *output = output_info(host, node);
  leaky_relu_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  const float product = input->scale * params->alpha;
  const float slope = product / output->scale, identity = input->scale / output->scale;
  record->input_zero_point = input->zero_point;
  record->identity = thimble_quantize_multiplier(identity);
  record->slope = thimble_quantize_multiplier(slope < 0 ? -slope : slope);
  record->slope_sign = slope < 0 ? -1 : 1;
  record->output = output_stage_of(host, node, THIMBLE_ACTIVATION_NONE);
  return THIMBLE_OK;
}

static int8_t leaky_relu(int32_t stored, const leaky_relu_record *record) {
  const int32_t centered = stored - record->input_zero_point;
  if (centered >= 0) return (int8_t)stored_output(thimble_requantize(centered, record->identity), &record->output);
  const int64_t scaled = thimble_requantize(centered, record->slope);
  return (int8_t)stored_output(record->slope_sign * scaled, &record->output);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(thimble_output(node, 0));
  for (int32_t i = 0; i < count; i++) output[i] = leaky_relu(input[i], node->data);
  return THIMBLE_OK;
}

static const thimble_kernel leaky_relu_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "leaky_relu_s8",
    .operator_name = "LEAKY_RELU",
    .types = "int8 -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .in_place = 1,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(leaky_relu_s8);
