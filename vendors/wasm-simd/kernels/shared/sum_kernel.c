#include "sum_kernel.h"

#include <thimble/params.h>

#include "../arithmetic/elementwise_sum.h"
#include "binary_kernel.h"
#include "quantization.h"

static thimble_multiplier factor_of(double value, int is_rounded) {
  return thimble_quantize_multiplier(is_rounded ? (double)(float)value : value);
}

static sum_quantization quantize_sum(const thimble_host *host, const thimble_node *node, int is_rounded,
                                     int is_swapped) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_tensor_info *coarse = thimble_input_info(host, node, is_swapped ? 1 : 0);
  const thimble_tensor_info *fine = thimble_input_info(host, node, is_swapped ? 0 : 1);
  const int32_t left_shift = thimble_output(node, 0)->type == THIMBLE_TYPE_INT16 ? 15 : 20;
  const double common = 2 * (double)coarse->scale;
  const double unit = (double)(1 << left_shift) * (double)thimble_output_info(host, node, 0)->scale;
  return (sum_quantization){
      .left_shift = left_shift,
      .coarse_zero_point = coarse->zero_point,
      .fine_zero_point = fine->zero_point,
      .coarse_sign = 1,
      .fine_sign = 1,
      .fine = factor_of((double)fine->scale / common, is_rounded),
      .total = factor_of(common / (is_rounded ? (double)(float)unit : unit), is_rounded),
      .output = output_quantization_of(host, node, params->activation),
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
  const thimble_range_f32 real = thimble_activation_range_f32(params->activation);
  const thimble_range stored = thimble_stored_range(THIMBLE_TYPE_INT32);
  const thimble_range range = {real.min > -FLT_MAX ? (int32_t)real.min : stored.min,
                               real.max < FLT_MAX ? (int32_t)real.max : stored.max};
  return allocate_broadcast(host, node, 0, &range, sizeof range) ? THIMBLE_OK : THIMBLE_OUT_OF_MEMORY;
}
