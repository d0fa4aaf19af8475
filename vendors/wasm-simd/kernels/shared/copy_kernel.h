/* Operators that give a tensor another shape: the bytes stay. */
#ifndef WASM_SIMD_COPY_KERNEL_H
#define WASM_SIMD_COPY_KERNEL_H

#include <thimble/kernel.h>

thimble_status copy_prepare(const thimble_host *host, thimble_node *node);
thimble_status copy_invoke(const thimble_host *host, thimble_node *node);

#define COPY_KERNEL(kernel_name, operator, accepted_types)                                            \
  const thimble_kernel kernel_name = {                                                                \
      .struct_size = sizeof(thimble_kernel), .name = #kernel_name, .operator_name = operator,         \
      .types = accepted_types, .in_place = 1, .prepare = copy_prepare, .invoke = copy_invoke,         \
  }

#endif
