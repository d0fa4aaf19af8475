/* Operators that are a function of one int8: a table of its values, made in prepare. */
#ifndef WASM_SIMD_TABLE_KERNEL_H
#define WASM_SIMD_TABLE_KERNEL_H

#include <thimble/kit/table.h>

/* One copy of the kit's for all operators. */
thimble_status prepare_table(const thimble_host *host, thimble_node *node, thimble_stored_function f,
                             const void *quantization);

thimble_status table_invoke(const thimble_host *host, thimble_node *node);

#define TABLE_KERNEL(kernel_name, operator, prepare_function) \
  const thimble_kernel kernel_name = {                        \
      .struct_size = sizeof(thimble_kernel),                  \
      .name = #kernel_name,                                   \
      .operator_name = operator,                              \
      .types = "int8 -> int8",                                \
      THIMBLE_EXACT_REQUANTIZED,                                      \
      .prepare = prepare_function,                            \
      .invoke = table_invoke,                                 \
  }

#endif
