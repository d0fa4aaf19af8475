/* What nodes say of their outputs' quantization, as the arithmetic takes it. */
#ifndef WASM_SIMD_QUANTIZATION_H
#define WASM_SIMD_QUANTIZATION_H

#include "../arithmetic/store_quantized.h"
#include <thimble/kit/glue.h>

static inline output_quantization output_quantization_of(const thimble_host *host, const thimble_node *node,
                                                         thimble_activation activation) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const thimble_type type = thimble_output(node, 0)->type;
  return (output_quantization){info->zero_point,
                               thimble_activation_range(activation, type, info->scale, info->zero_point)};
}

#endif
