/* PAD in int8: the output is filled with the padding, then the input copied into it. */
#include "kernel.h"

typedef struct {
  int32_t zero_point;
  int32_t start;
  int32_t strides[THIMBLE_MAX_RANK];
} pad_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_pad_params *params = node->params;
  const thimble_tensor *output = thimble_output(node, 0);
  pad_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->zero_point = output_info(host, node)->zero_point;
  thimble_strides(output->dims, output->rank, record->strides);
  for (int32_t d = 0; d < output->rank; d++) record->start += params->before[d] * record->strides[d];
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const pad_record *record = node->data;
  const thimble_tensor *tensor = thimble_input(node, 0);
  const int8_t *input = tensor->data, *value = optional_data(node, 2);
  int8_t *output = thimble_output(node, 0)->data;
  const int8_t padding = value ? *value : (int8_t)record->zero_point;
  const int32_t count = thimble_element_count(tensor), padded_count = thimble_element_count(thimble_output(node, 0));
  for (int32_t i = 0; i < padded_count; i++) output[i] = padding;
  for (int32_t i = 0; i < count; i++) {
    output[record->start + strided_index(tensor->dims, tensor->rank, record->strides, i)] = input[i];
  }
  return THIMBLE_OK;
}

static const thimble_kernel pad_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "pad_s8",
    .operator_name = "PAD",
    .types = "int8, int32, int8? -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(pad_s8);
