/* MUL in int16 of two tensors of one shape, eight elements at a time. The inputs' zero points are 0. */
#include "kernel.h"

typedef struct {
  thimble_multiplier factor;
  output_stage output;
} mul_record;

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const uint32_t count = output_info(host, node)->element_count;
  if (input_info(host, node, 0)->element_count != count) return decline(host, "the first input is broadcast");
  if (input_info(host, node, 1)->element_count != count) return decline(host, "the second input is broadcast");
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_mul_params *params = node->params;
  const thimble_tensor_info *first = input_info(host, node, 0), *second = input_info(host, node, 1);
  const double scale = output_info(host, node)->scale;
  mul_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->factor = thimble_quantize_multiplier((double)first->scale * (double)second->scale / scale);
  record->output = output_stage_of(host, node, params->activation);
  return THIMBLE_OK;
}

static int16_t product_of(int32_t first, int32_t second, const mul_record *record) {
  return (int16_t)stored_output(thimble_requantize(first * second, record->factor), &record->output);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const mul_record *record = node->data;
  const int16_t *first = thimble_input(node, 0)->data, *second = thimble_input(node, 1)->data;
  int16_t *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(thimble_output(node, 0));
  int32_t i = 0;
  for (; i + 8 <= count; i += 8) {
    for (int32_t k = i; k < i + 8; k++) output[k] = product_of(first[k], second[k], record);
  }
  for (; i < count; i++) output[i] = product_of(first[i], second[i], record);
  return THIMBLE_OK;
}

static const thimble_kernel mul_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "mul_s16",
    .operator_name = "MUL",
    .types = "int16, int16 -> int16",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .supports = supports,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(mul_s16);
