#include "pool_kernel.h"

typedef struct {
  pool_layout layout;
  union {
    thimble_range stored;
    thimble_range_f32 real;
  } range;
} pool_record;

thimble_status pool_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_pool_2d_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const int32_t *dims = input->dims;
  pool_record values = {.layout = {params->height, params->width, dims[0], dims[1], dims[2], dims[3]}};
  if (input->type == THIMBLE_TYPE_FLOAT32) {
    values.range.real = thimble_activation_range_f32(params->activation);
  } else {
    values.range.stored = thimble_activation_range(params->activation, input->type, info->scale, info->zero_point);
  }
  pool_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = values;
  return THIMBLE_OK;
}

thimble_status pool_with(const thimble_node *node, int32_t element_bytes, pool_function f) {
  const pool_record *record = node->data;
  pool(&record->layout, &record->range, thimble_input(node, 0)->data, thimble_output(node, 0)->data, element_bytes, f);
  return THIMBLE_OK;
}
