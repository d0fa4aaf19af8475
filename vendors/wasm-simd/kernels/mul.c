#include <thimble/params.h>

#include "arithmetic/elementwise_plain.h"
#include "arithmetic/elementwise_product.h"
#include "kernels.h"
#include "shared/binary_kernel.h"
#include "shared/sum_kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_tensor_info *first = thimble_input_info(host, node, 0), *second = thimble_input_info(host, node, 1);
  const double product = (double)first->scale * (double)second->scale;
  const product_quantization quantization = {
      .first_zero_point = first->zero_point,
      .second_zero_point = second->zero_point,
      .factor = thimble_quantize_multiplier(product / (double)thimble_output_info(host, node, 0)->scale),
      .output = thimble_output_quantization_of(host, node, params->activation),
  };
  return allocate_broadcast(host, node, 0, &quantization, sizeof quantization) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

BINARY_KERNEL(mul_s8, "MUL", "int8", THIMBLE_EXACT_REQUANTIZED, prepare, product_row_s8);
BINARY_KERNEL(mul_s16, "MUL", "int16", THIMBLE_EXACT_REQUANTIZED, prepare, product_row_s16);
BINARY_KERNEL(mul_s32, "MUL", "int32", THIMBLE_EXACT_AS_STORED, arithmetic_prepare_s32, mul_row_s32);
BINARY_KERNEL(mul_f32, "MUL", "float32", THIMBLE_WITHIN_TOLERANCE, arithmetic_prepare_f32, mul_row_f32);
