#include "sum_kernel.h"

#include <thimble/kit/arithmetic.h>
#include <thimble/params.h>

#include "../arithmetic/elementwise_sum.h"
#include "binary_kernel.h"

/* The input of the greater scale is the coarse one: its factor is 1/2. */
static sum_quantization quantize_sum(const thimble_host *host, const thimble_node *node, int is_rounded,
                                     int is_swapped) {
  const thimble_sum_quantization q = thimble_sum_quantization_of(host, node, is_rounded);
  return (sum_quantization){
      .left_shift = q.left_shift,
      .coarse_zero_point = -(is_swapped ? q.second_offset : q.first_offset),
      .fine_zero_point = -(is_swapped ? q.first_offset : q.second_offset),
      .coarse_sign = 1,
      .fine_sign = 1,
      .fine = is_swapped ? q.first : q.second,
      .total = q.total,
      .output = q.output,
  };
}

static thimble_status prepare(const thimble_host *host, thimble_node *node, int is_difference) {
  const int is_swapped = thimble_input_info(host, node, 1)->scale > thimble_input_info(host, node, 0)->scale;
  sum_quantization quantization = quantize_sum(host, node, is_difference, is_swapped);
  if (is_difference) *(is_swapped ? &quantization.coarse_sign : &quantization.fine_sign) = -1;
  if (thimble_output(node, 0)->type == THIMBLE_TYPE_INT8) plan_sum_s8(&quantization);
  return allocate_broadcast(host, node, is_swapped, &quantization, sizeof quantization) ? THIMBLE_OK
                                                                                        : THIMBLE_OUT_OF_MEMORY;
}

thimble_status add_prepare(const thimble_host *host, thimble_node *node) { return prepare(host, node, 0); }
thimble_status sub_prepare(const thimble_host *host, thimble_node *node) { return prepare(host, node, 1); }

thimble_status arithmetic_prepare_f32(const thimble_host *host, thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_range_f32 range = thimble_activation_range_f32(params->activation);
  return allocate_broadcast(host, node, 0, &range, sizeof range) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}

thimble_status arithmetic_prepare_s32(const thimble_host *host, thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_range range = thimble_activation_range_s32(params->activation);
  return allocate_broadcast(host, node, 0, &range, sizeof range) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}
