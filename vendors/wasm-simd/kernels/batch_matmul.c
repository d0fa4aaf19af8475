#include <thimble/kit/binary.h>
#include <thimble/params.h>

#include "arithmetic/batch_matmul.h"
#include "kernels.h"

static matrix_pairs describe(const thimble_node *node) {
  const thimble_batch_matmul_params *params = node->params;
  const thimble_tensor *x = thimble_input(node, 0), *y = thimble_input(node, 1);
  const int32_t x_height = x->dims[x->rank - 2], x_width = x->dims[x->rank - 1];
  return (matrix_pairs){
      .pairs = thimble_broadcast_dimensions(x, y, (x->rank > y->rank ? x->rank : y->rank) - 2),
      .rows = params->adjoint_x ? x_width : x_height,
      .columns = y->dims[params->adjoint_y ? y->rank - 2 : y->rank - 1],
      .depth = params->adjoint_x ? x_height : x_width,
      .is_x_transposed = params->adjoint_x,
      .is_y_transposed = params->adjoint_y,
  };
}

static thimble_status allocate(const thimble_host *host, thimble_node *node, const matrix_pairs *values) {
  const int32_t bytes = thimble_element_bytes(thimble_input_info(host, node, 1));
  matrix_pairs *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = *values;
  return host->request_scratch(host, node, (uint32_t)matmul_scratch_bytes(values, bytes));
}

/* The reference rounds the product of the scales to float. */
static thimble_multiplier factor_of(const thimble_host *host, const thimble_node *node) {
  const float product = thimble_input_info(host, node, 0)->scale * thimble_input_info(host, node, 1)->scale;
  return thimble_quantize_multiplier((double)product / (double)thimble_output_info(host, node, 0)->scale);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  matrix_pairs values = describe(node);
  values.x_zero_point = thimble_input_info(host, node, 0)->zero_point;
  values.y_zero_point = thimble_input_info(host, node, 1)->zero_point;
  values.storage.factor = factor_of(host, node);
  values.storage.output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE);
  return allocate(host, node, &values);
}

static thimble_status prepare_f32(const thimble_host *host, thimble_node *node) {
  const matrix_pairs values = describe(node);
  return allocate(host, node, &values);
}

static thimble_status supports_s16(const thimble_host *host, const thimble_node *node) {
  return factor_of(host, node).shift > 14 ? thimble_decline(host, "the output's scale is far too small") : THIMBLE_OK;
}

static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  batch_matmul_products_s8(node->data, thimble_input(node, 0)->data, thimble_input(node, 1)->data,
                           thimble_output(node, 0)->data, node->scratch);
  return THIMBLE_OK;
}

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  batch_matmul_products_s16(node->data, thimble_input(node, 0)->data, thimble_input(node, 1)->data,
                            thimble_output(node, 0)->data, node->scratch);
  return THIMBLE_OK;
}

static thimble_status invoke_f32(const thimble_host *host, thimble_node *node) {
  (void)host;
  batch_matmul_products_f32(node->data, thimble_input(node, 0)->data, thimble_input(node, 1)->data,
                            thimble_output(node, 0)->data, node->scratch);
  return THIMBLE_OK;
}

const thimble_kernel batch_matmul_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "batch_matmul_s8",
    .operator_name = "BATCH_MATMUL",
    .types = "int8, int8 -> int8",
    THIMBLE_EXACT_REQUANTIZED,
    .prepare = prepare,
    .invoke = invoke_s8,
};

const thimble_kernel batch_matmul_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "batch_matmul_s16",
    .operator_name = "BATCH_MATMUL",
    .types = "int16, int16 -> int16",
    THIMBLE_EXACT_REQUANTIZED,
    .supports = supports_s16,
    .prepare = prepare,
    .invoke = invoke_s16,
};

const thimble_kernel batch_matmul_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "batch_matmul_f32",
    .operator_name = "BATCH_MATMUL",
    .types = "float32, float32 -> float32",
    THIMBLE_WITHIN_TOLERANCE,
    .prepare = prepare_f32,
    .invoke = invoke_f32,
};
