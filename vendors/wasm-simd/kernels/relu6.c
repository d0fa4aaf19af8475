#include "arithmetic/unary_f32.h"
#include "arithmetic/unary_quantized.h"
#include "kernels.h"
#include "shared/count_record.h"

typedef struct {
  thimble_range range;
  int32_t count;
} relu6_record;

/* Stored numbers are clamped in the input's quantization, the output's is not read. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_input_info(host, node, 0);
  const thimble_type type = thimble_input(node, 0)->type;
  const relu6_record values = {
      thimble_activation_range(THIMBLE_ACTIVATION_RELU6, type, info->scale, info->zero_point),
      (int32_t)info->element_count,
  };
  relu6_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return THIMBLE_OK;
}

static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  const relu6_record *record = node->data;
  clamp_row_s8(thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count, record->range);
  return THIMBLE_OK;
}

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  const relu6_record *record = node->data;
  clamp_row_s16(thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count, record->range);
  return THIMBLE_OK;
}

UNARY_F32_KERNEL(relu6_f32, "RELU6", clamp_row_f32(in, out, n, 0, 6));

const thimble_kernel relu6_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "relu6_s8",
    .operator_name = "RELU6",
    .types = "int8 -> int8",
    THIMBLE_EXACT_AS_STORED,
    .prepare = prepare,
    .invoke = invoke_s8,
};

const thimble_kernel relu6_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "relu6_s16",
    .operator_name = "RELU6",
    .types = "int16 -> int16",
    THIMBLE_EXACT_AS_STORED,
    .prepare = prepare,
    .invoke = invoke_s16,
};
