/* What AVERAGE_POOL_2D and MAX_POOL_2D have in common. */
#ifndef WASM_SIMD_POOL_KERNEL_H
#define WASM_SIMD_POOL_KERNEL_H

#include "../arithmetic/pool.h"
#include <thimble/kit/glue.h>

thimble_status pool_prepare(const thimble_host *host, thimble_node *node);
thimble_status pool_with(const thimble_node *node, int32_t element_bytes, pool_function f);

#define POOL_KERNEL(kernel_name, operator, element, bytes, accuracy, function)               \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) { \
    (void)host;                                                                              \
    return pool_with(node, bytes, function);                                                 \
  }                                                                                          \
  const thimble_kernel kernel_name = {                                                       \
      .struct_size = sizeof(thimble_kernel),                                                 \
      .name = #kernel_name,                                                                  \
      .operator_name = operator,                                                             \
      .types = element " -> " element,                                                       \
      accuracy,                                                                              \
      .prepare = pool_prepare,                                                               \
      .invoke = kernel_name##_invoke,                                                        \
  }

#endif
