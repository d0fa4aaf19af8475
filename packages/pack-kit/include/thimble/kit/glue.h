/* What every kernel's glue has in common: its description, what it asks of tensors, its record. */
#ifndef THIMBLE_KIT_GLUE_H
#define THIMBLE_KIT_GLUE_H

#include <thimble/kernel.h>

#include "output_quantization.h"

/** How often kernels round that are built with `-DTHIMBLE_SINGLE_ROUNDING`, or without it. */
#if defined(THIMBLE_SINGLE_ROUNDING)
#define THIMBLE_ROUNDING_OF_BUILD THIMBLE_ROUNDING_SINGLE
#else
#define THIMBLE_ROUNDING_OF_BUILD THIMBLE_ROUNDING_DOUBLE
#endif

/** How close a kernel comes to the reference: fields of its description. */
#define THIMBLE_EXACT_AS_STORED .rounding = THIMBLE_ROUNDING_NONE, .exactness = THIMBLE_EXACTNESS_EXACT
#define THIMBLE_EXACT_REQUANTIZED .rounding = THIMBLE_ROUNDING_OF_BUILD, .exactness = THIMBLE_EXACTNESS_EXACT
#define THIMBLE_WITHIN_TOLERANCE .rounding = THIMBLE_ROUNDING_NONE, .exactness = THIMBLE_EXACTNESS_TOLERANCE

/**
 * Where nodes are prepared on the host, what prepares them has no place on the core: built with
 * `-DTHIMBLE_PREPARED_ON_HOST` kernels have neither supports nor prepare. The later of two initializers counts.
 */
#if defined(THIMBLE_PREPARED_ON_HOST)
#define THIMBLE_NOT_ON_THIS_CORE , .supports = NULL, .prepare = NULL
#else
#define THIMBLE_NOT_ON_THIS_CORE
#endif

/**
 * Defines a kernel of an operator for some types, with further fields of its description:
 *
 *     THIMBLE_KERNEL(neg_f32, "NEG", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .invoke = invoke);
 */
#define THIMBLE_KERNEL(kernel_name, operator, type_list, ...)                                             \
  const thimble_kernel kernel_name = {                                                                    \
      .struct_size = sizeof(thimble_kernel), .name = #kernel_name, .operator_name = operator,             \
      .types = type_list, __VA_ARGS__ THIMBLE_NOT_ON_THIS_CORE,                                           \
  }

/** [supports] Declines a node with a reason. */
static inline thimble_status thimble_decline(const thimble_host *host, const char *reason) {
  host->report(host, reason);
  return THIMBLE_DECLINED;
}

/** [supports, prepare] What input i is; the node has it. */
static inline const thimble_tensor_info *thimble_input_info(const thimble_host *host, const thimble_node *node,
                                                            uint32_t i) {
  return host->tensor_info(host, thimble_input(node, i));
}

/** [supports, prepare] What output i is. */
static inline const thimble_tensor_info *thimble_output_info(const thimble_host *host, const thimble_node *node,
                                                             uint32_t i) {
  return host->tensor_info(host, thimble_output(node, i));
}

/** [supports, prepare] Zero point and clamp of output 0 with a fused activation. */
static inline thimble_output_quantization thimble_output_quantization_of(const thimble_host *host,
                                                                         const thimble_node *node,
                                                                         thimble_activation activation) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const thimble_type type = thimble_output(node, 0)->type;
  return (thimble_output_quantization){info->zero_point,
                                       thimble_activation_range(activation, type, info->scale, info->zero_point)};
}

/** Bytes of one element; 0 of an empty tensor. */
static inline int32_t thimble_element_bytes(const thimble_tensor_info *info) {
  return info->element_count == 0 ? 0 : (int32_t)(info->byte_length / info->element_count);
}

/** The zero point, negated: what is added to stored numbers. Wraps. */
static inline int32_t thimble_offset_of(const thimble_tensor_info *info) {
  return (int32_t)(0u - (uint32_t)info->zero_point);
}

/** [prepare, once] Makes a copy of `record` the node's record. THIMBLE_OK or THIMBLE_OUT_OF_MEMORY. */
static inline thimble_status thimble_keep_record(const thimble_host *host, thimble_node *node, const void *record,
                                                 uint32_t byte_length) {
  void *kept = host->allocate_persistent(host, node, byte_length);
  if (!kept) return THIMBLE_OUT_OF_MEMORY;
  __builtin_memcpy(kept, record, byte_length);
  return THIMBLE_OK;
}

#endif
