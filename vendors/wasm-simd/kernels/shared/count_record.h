/* The record of kernels that need to know how many elements there are, and nothing else. */
#ifndef WASM_SIMD_COUNT_RECORD_H
#define WASM_SIMD_COUNT_RECORD_H

#include <thimble/kit/glue.h>

typedef struct {
  int32_t count;
} count_record;

/* Counts the elements of output 0. */
static inline thimble_status count_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  count_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->count = (int32_t)info->element_count;
  return THIMBLE_OK;
}

static inline int32_t counted(const thimble_node *node) { return ((const count_record *)node->data)->count; }

/* A float kernel of one input, of a call that computes `n` outputs from `in`. */
#define UNARY_F32_KERNEL(kernel_name, operator, call)                                        \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) { \
    (void)host;                                                                              \
    const float *in = thimble_input(node, 0)->data;                                          \
    float *out = thimble_output(node, 0)->data;                                              \
    const int32_t n = counted(node);                                                         \
    call;                                                                                    \
    return THIMBLE_OK;                                                                       \
  }                                                                                          \
  const thimble_kernel kernel_name = {                                                       \
      .struct_size = sizeof(thimble_kernel),                                                 \
      .name = #kernel_name,                                                                  \
      .operator_name = operator,                                                             \
      .types = "float32 -> float32",                                                         \
      THIMBLE_WITHIN_TOLERANCE,                                                                      \
      .prepare = count_prepare,                                                              \
      .invoke = kernel_name##_invoke,                                                        \
  }

#endif
