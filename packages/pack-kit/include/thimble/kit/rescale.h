/* From one scale to another, number by number: QUANTIZE of integers, RELU, LEAKY_RELU. */
#ifndef THIMBLE_KIT_RESCALE_H
#define THIMBLE_KIT_RESCALE_H

#include <thimble/params.h>

#include "glue.h"

/** A factor for numbers from 0 on, and one for those under 0, `negative_sign` times. Without a kink they are the same. */
typedef struct thimble_rescaling {
  int32_t input_offset;
  thimble_multiplier positive;
  thimble_multiplier negative;
  int32_t negative_sign;
  thimble_output_quantization output;
  int32_t count;
} thimble_rescaling;

/** [prepare] One factor for all numbers. */
static inline thimble_rescaling thimble_rescaling_of(const thimble_host *host, const thimble_node *node, double factor,
                                                     thimble_activation activation) {
  const thimble_multiplier multiplier = thimble_quantize_multiplier(factor);
  return (thimble_rescaling){
      .input_offset = thimble_offset_of(thimble_input_info(host, node, 0)),
      .positive = multiplier,
      .negative = multiplier,
      .negative_sign = 1,
      .output = thimble_output_quantization_of(host, node, activation),
      .count = (int32_t)thimble_output_info(host, node, 0)->element_count,
  };
}

/** [prepare] That of QUANTIZE. */
static inline thimble_rescaling thimble_requantization_of(const thimble_host *host, const thimble_node *node) {
  const double from = (double)thimble_input_info(host, node, 0)->scale;
  return thimble_rescaling_of(host, node, from / (double)thimble_output_info(host, node, 0)->scale,
                              THIMBLE_ACTIVATION_NONE);
}

/** [prepare] That of RELU: the reference divides the scales in float. */
static inline thimble_rescaling thimble_relu_of(const thimble_host *host, const thimble_node *node) {
  const float factor = thimble_input_info(host, node, 0)->scale / thimble_output_info(host, node, 0)->scale;
  return thimble_rescaling_of(host, node, factor, THIMBLE_ACTIVATION_RELU);
}

/** [prepare] That of LEAKY_RELU: the reference multiplies and divides in float. A slope's sign goes apart. */
static inline thimble_rescaling thimble_leaky_relu_of(const thimble_host *host, const thimble_node *node) {
  const thimble_leaky_relu_params *params = node->params;
  const float from = thimble_input_info(host, node, 0)->scale, to = thimble_output_info(host, node, 0)->scale;
  const float product = from * params->alpha;
  const float slope = product / to;
  thimble_rescaling rescaling = thimble_rescaling_of(host, node, from / to, THIMBLE_ACTIVATION_NONE);
  rescaling.negative = thimble_quantize_multiplier(slope < 0 ? -slope : slope);
  rescaling.negative_sign = slope < 0 ? -1 : 1;
  return rescaling;
}

/** The stored output for a stored input of a rescaling without a kink. */
static inline int32_t thimble_rescale(int32_t stored, const thimble_rescaling *by) {
  const uint32_t centered = (uint32_t)stored + (uint32_t)by->input_offset;
  return thimble_store(thimble_requantize((int32_t)centered, by->positive), &by->output);
}

/** The stored output for a stored input of one with a kink. */
static inline int32_t thimble_rescale_piecewise(int32_t stored, const thimble_rescaling *by) {
  const int32_t centered = (int32_t)((uint32_t)stored + (uint32_t)by->input_offset);
  if (centered >= 0) return thimble_store(thimble_requantize(centered, by->positive), &by->output);
  const uint32_t scaled = (uint32_t)thimble_requantize(centered, by->negative) * (uint32_t)by->negative_sign;
  return thimble_store((int32_t)scaled, &by->output);
}

#endif
