/* Zero point and clamp of a quantized output. */
#ifndef THIMBLE_KIT_OUTPUT_QUANTIZATION_H
#define THIMBLE_KIT_OUTPUT_QUANTIZATION_H

#include "activation_range.h"
#include "glue.h"
#include "requantize.h"

typedef struct thimble_output_quantization {
  int32_t zero_point;
  thimble_range range;
} thimble_output_quantization;

/** [supports, prepare] Those of output 0 with a fused activation. */
static inline thimble_output_quantization thimble_output_quantization_of(const thimble_host *host,
                                                                         const thimble_node *node,
                                                                         thimble_activation activation) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const thimble_type type = thimble_output(node, 0)->type;
  return (thimble_output_quantization){info->zero_point,
                                       thimble_activation_range(activation, type, info->scale, info->zero_point)};
}

/** The stored output for a number in the output's scale: the zero point is added in 32 bits, which wrap, and clamped. */
static inline int32_t thimble_store(int32_t scaled, const thimble_output_quantization *output) {
  const int32_t value = (int32_t)((uint32_t)scaled + (uint32_t)output->zero_point);
  return thimble_clamp(value, output->range.min, output->range.max);
}

#endif
