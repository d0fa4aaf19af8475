/* TRANSPOSE in int8. */
#include "kernel.h"

typedef struct {
  /* Elements of the input between neighbours along each dimension of the output. */
  int32_t strides[THIMBLE_MAX_RANK];
} transpose_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  int32_t strides[THIMBLE_MAX_RANK];
  transpose_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t d = 0; d < input->rank; d++) record->strides[d] = strides[params->permutation[d]];
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const transpose_record *record = node->data;
  const thimble_tensor *tensor = thimble_output(node, 0);
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = tensor->data;
  for (int32_t i = 0; i < thimble_element_count(tensor); i++) {
    output[i] = input[strided_index(tensor->dims, tensor->rank, record->strides, i)];
  }
  return THIMBLE_OK;
}

static const thimble_kernel transpose_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "transpose_s8",
    .operator_name = "TRANSPOSE",
    .types = "int8, int32 -> int8",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(transpose_s8);
