/* What PAD and PADV2 have in common. */
#ifndef WASM_SIMD_PAD_KERNEL_H
#define WASM_SIMD_PAD_KERNEL_H

#include <thimble/kit/glue.h>

thimble_status pad_prepare(const thimble_host *host, thimble_node *node);
thimble_status pad_invoke(const thimble_host *host, thimble_node *node);

#define PAD_KERNEL(kernel_name, operator, element)                  \
  const thimble_kernel kernel_name = {                              \
      .struct_size = sizeof(thimble_kernel),                        \
      .name = #kernel_name,                                         \
      .operator_name = operator,                                    \
      .types = element ", int32, " element "? -> " element,         \
      THIMBLE_EXACT_AS_STORED,                                              \
      .prepare = pad_prepare,                                       \
      .invoke = pad_invoke,                                         \
  }

#endif
