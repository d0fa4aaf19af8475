/* QUANTIZE from float32 to int8: the quotient is rounded to float, then half away from zero. */
#include "kernel.h"

typedef struct {
  float scale;
  output_stage output;
} quantize_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  quantize_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->scale = output_info(host, node)->scale;
  record->output = output_stage_of(host, node, THIMBLE_ACTIVATION_NONE);
  return THIMBLE_OK;
}

/* The nearest integer, 0 for what is not a number; saturated far beyond int8. */
static int32_t rounded(float x) {
  if (x != x) return 0;
  const float limited = x < -1e6f ? -1e6f : x > 1e6f ? 1e6f : x;
  const int32_t truncated = (int32_t)limited;
  const float rest = limited - (float)truncated;
  return truncated + (rest >= 0.5f) - (rest <= -0.5f);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const quantize_record *record = node->data;
  const float *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(thimble_output(node, 0));
  for (int32_t i = 0; i < count; i++) {
    output[i] = (int8_t)stored_output(rounded(input[i] / record->scale), &record->output);
  }
  return THIMBLE_OK;
}

static const thimble_kernel quantize_f32_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "quantize_f32_s8",
    .operator_name = "QUANTIZE",
    .types = "float32 -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(quantize_f32_s8);
