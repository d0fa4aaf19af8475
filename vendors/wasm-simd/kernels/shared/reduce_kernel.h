/* What reductions have in common: MEAN and SUM by way of sums in scratch, REDUCE_MAX and REDUCE_MIN in the output. */
#ifndef WASM_SIMD_REDUCE_KERNEL_H
#define WASM_SIMD_REDUCE_KERNEL_H

#include "../arithmetic/reduce.h"
#include <thimble/kit/glue.h>

/* Lays out the sums of MEAN, divided by their number, and those of SUM. */
thimble_status mean_prepare(const thimble_host *host, thimble_node *node);
thimble_status sum_prepare(const thimble_host *host, thimble_node *node);

thimble_status sums_invoke_s8(const thimble_host *host, thimble_node *node);
thimble_status sums_invoke_s16(const thimble_host *host, thimble_node *node);
thimble_status sums_invoke_f32(const thimble_host *host, thimble_node *node);

thimble_status extreme_prepare(const thimble_host *host, thimble_node *node);

/* Fills the output with `initial`, whose bytes are repeated, and reduces the input into it. */
thimble_status reduce_into_output(const thimble_node *node, const void *initial, int32_t element_bytes,
                                  thimble_reduce_rows f);

#define REDUCE_KERNEL(kernel_name, operator, element, accuracy, prepare_function, invoke_function) \
  const thimble_kernel kernel_name = {                                                             \
      .struct_size = sizeof(thimble_kernel),                                                       \
      .name = #kernel_name,                                                                        \
      .operator_name = operator,                                                                   \
      .types = element ", int32 -> " element,                                                      \
      accuracy,                                                                                    \
      .prepare = prepare_function,                                                                 \
      .invoke = invoke_function,                                                                   \
  }

#define EXTREME_KERNEL(kernel_name, operator, element, type, first_value, function)          \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) { \
    (void)host;                                                                              \
    static const type initial = first_value;                                                 \
    return reduce_into_output(node, &initial, sizeof initial, function);                     \
  }                                                                                          \
  REDUCE_KERNEL(kernel_name, operator, element, THIMBLE_EXACT_AS_STORED, extreme_prepare, kernel_name##_invoke)

#endif
