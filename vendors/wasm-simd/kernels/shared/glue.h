/* What the kernels' glue has in common. */
#ifndef WASM_SIMD_GLUE_H
#define WASM_SIMD_GLUE_H

#include <thimble/kernel.h>

/* How close a kernel comes to the reference: fields of its description. */
#define EXACT_AS_STORED .rounding = THIMBLE_ROUNDING_NONE, .exactness = THIMBLE_EXACTNESS_EXACT
#define EXACT_REQUANTIZED .rounding = THIMBLE_ROUNDING_DOUBLE, .exactness = THIMBLE_EXACTNESS_EXACT
#define WITHIN_TOLERANCE .rounding = THIMBLE_ROUNDING_NONE, .exactness = THIMBLE_EXACTNESS_TOLERANCE

static inline thimble_status decline(const thimble_host *host, const char *reason) {
  host->report(host, reason);
  return THIMBLE_DECLINED;
}

static inline const thimble_tensor_info *input_info(const thimble_host *host, const thimble_node *node, uint32_t i) {
  return host->tensor_info(host, thimble_input(node, i));
}

static inline const thimble_tensor_info *output_info(const thimble_host *host, const thimble_node *node, uint32_t i) {
  return host->tensor_info(host, thimble_output(node, i));
}

/* Bytes of one element; 0 of an empty tensor. */
static inline int32_t element_bytes(const thimble_tensor_info *info) {
  return info->element_count == 0 ? 0 : (int32_t)(info->byte_length / info->element_count);
}

#endif
