/* ADD, SUB and MUL: their quantization, and their prepares. */
#ifndef THIMBLE_KIT_ARITHMETIC_H
#define THIMBLE_KIT_ARITHMETIC_H

#include <thimble/params.h>

#include "binary.h"
#include "glue.h"

/**
 * Sum or difference: both terms are shifted left, so that rounding loses little, and brought to a common scale, twice
 * the greater one; their sum is brought from there to the output's.
 */
typedef struct thimble_sum_quantization {
  int32_t left_shift;
  int32_t first_offset;
  int32_t second_offset;
  thimble_multiplier first;
  thimble_multiplier second;
  thimble_multiplier total;
  thimble_output_quantization output;
} thimble_sum_quantization;

/** Product of two stored numbers less their zero points; wraps at 32 bits. */
typedef struct thimble_product_quantization {
  int32_t first_offset;
  int32_t second_offset;
  thimble_multiplier factor;
  thimble_output_quantization output;
} thimble_product_quantization;

static inline thimble_multiplier thimble_sum_factor(double value, int32_t is_rounded) {
  return thimble_quantize_multiplier(is_rounded ? (double)(float)value : value);
}

/** [prepare] The reference computes the factors of ADD in double, and rounds those of SUB to float (`is_rounded`). */
static inline thimble_sum_quantization thimble_sum_quantization_of(const thimble_host *host, const thimble_node *node,
                                                                   int32_t is_rounded) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_tensor_info *first = thimble_input_info(host, node, 0), *second = thimble_input_info(host, node, 1);
  const int32_t left_shift = thimble_output(node, 0)->type == THIMBLE_TYPE_INT16 ? 15 : 20;
  const double common = 2 * (double)(first->scale > second->scale ? first->scale : second->scale);
  const double unit = (double)(1 << left_shift) * (double)thimble_output_info(host, node, 0)->scale;
  return (thimble_sum_quantization){
      .left_shift = left_shift,
      .first_offset = thimble_offset_of(first),
      .second_offset = thimble_offset_of(second),
      .first = thimble_sum_factor((double)first->scale / common, is_rounded),
      .second = thimble_sum_factor((double)second->scale / common, is_rounded),
      .total = thimble_sum_factor(common / (is_rounded ? (double)(float)unit : unit), is_rounded),
      .output = thimble_output_quantization_of(host, node, params->activation),
  };
}

/** A stored term in the common scale. */
static inline int32_t thimble_scale_term(int32_t stored, int32_t offset, int32_t left_shift,
                                         thimble_multiplier factor) {
  const uint32_t shifted = ((uint32_t)stored + (uint32_t)offset) << left_shift;
  return thimble_requantize((int32_t)shifted, factor);
}

/** [prepare] Product of the scales of MUL, relative to the output's. */
static inline thimble_product_quantization thimble_product_quantization_of(const thimble_host *host,
                                                                           const thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_tensor_info *first = thimble_input_info(host, node, 0), *second = thimble_input_info(host, node, 1);
  const double product = (double)first->scale * (double)second->scale;
  return (thimble_product_quantization){
      .first_offset = thimble_offset_of(first),
      .second_offset = thimble_offset_of(second),
      .factor = thimble_quantize_multiplier(product / (double)thimble_output_info(host, node, 0)->scale),
      .output = thimble_output_quantization_of(host, node, params->activation),
  };
}

/** [prepare, once] Rows with a `thimble_sum_quantization`. */
static inline thimble_status thimble_prepare_add(const thimble_host *host, thimble_node *node) {
  const thimble_sum_quantization q = thimble_sum_quantization_of(host, node, 0);
  return thimble_prepare_broadcast(host, node, &q, sizeof q);
}

/** [prepare, once] The same of a difference. */
static inline thimble_status thimble_prepare_sub(const thimble_host *host, thimble_node *node) {
  const thimble_sum_quantization q = thimble_sum_quantization_of(host, node, 1);
  return thimble_prepare_broadcast(host, node, &q, sizeof q);
}

/** [prepare, once] Rows with a `thimble_product_quantization`. */
static inline thimble_status thimble_prepare_mul(const thimble_host *host, thimble_node *node) {
  const thimble_product_quantization q = thimble_product_quantization_of(host, node);
  return thimble_prepare_broadcast(host, node, &q, sizeof q);
}

/** The clamp of an activation of int32 that is not quantized. */
static inline thimble_range thimble_activation_range_s32(thimble_activation activation) {
  const thimble_range_f32 real = thimble_activation_range_f32(activation);
  return (thimble_range){real.min > -FLT_MAX ? (int32_t)real.min : INT32_MIN,
                         real.max < FLT_MAX ? (int32_t)real.max : INT32_MAX};
}

/** [prepare, once] Rows with a `thimble_range`, of the node's activation. */
static inline thimble_status thimble_prepare_arithmetic_s32(const thimble_host *host, thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_range range = thimble_activation_range_s32(params->activation);
  return thimble_prepare_broadcast(host, node, &range, sizeof range);
}

/** [prepare, once] Rows with a `thimble_range_f32`, of the node's activation. */
static inline thimble_status thimble_prepare_arithmetic_f32(const thimble_host *host, thimble_node *node) {
  const thimble_arithmetic_params *params = node->params;
  const thimble_range_f32 range = thimble_activation_range_f32(params->activation);
  return thimble_prepare_broadcast(host, node, &range, sizeof range);
}

/** [prepare, once] Rows that need no parameters. */
static inline thimble_status thimble_prepare_plain_binary(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_broadcast(host, node, 0, 0);
}

#endif
