/* Operators that put tensors together along a dimension, or take one apart. */
#ifndef WASM_SIMD_INTERLEAVE_KERNEL_H
#define WASM_SIMD_INTERLEAVE_KERNEL_H

#include <thimble/params.h>

#include <thimble/kit/glue.h>

/* Lays out the inputs as parts of the output, at the output's dimension `axis`. */
thimble_status prepare_parts_in(const thimble_host *host, thimble_node *node, int32_t axis);
thimble_status parts_in_invoke(const thimble_host *host, thimble_node *node);

/* Lays out the outputs as parts of input 0, at its dimension `axis`. */
thimble_status prepare_parts_out(const thimble_host *host, thimble_node *node, int32_t axis);
thimble_status parts_out_invoke(const thimble_host *host, thimble_node *node);

/* The same of input 1. */
thimble_status prepare_parts_out_of_second(const thimble_host *host, thimble_node *node, int32_t axis);
thimble_status parts_out_of_second_invoke(const thimble_host *host, thimble_node *node);

/*
 * A kernel that does so at the dimension `axis` of its operator's parameters. `way` is what the two functions' names have
 * in common: parts_in, parts_out or parts_out_of_second.
 */
#define PARTS_KERNEL(kernel_name, operator, type_list, params_type, way)                         \
  static thimble_status kernel_name##_prepare(const thimble_host *host, thimble_node *node) {    \
    return prepare_##way(host, node, ((const params_type *)node->params)->axis);                 \
  }                                                                                              \
  const thimble_kernel kernel_name = {                                                           \
      .struct_size = sizeof(thimble_kernel),                                                     \
      .name = #kernel_name,                                                                      \
      .operator_name = operator,                                                                 \
      .types = type_list,                                                                        \
      THIMBLE_EXACT_AS_STORED,                                                                           \
      .prepare = kernel_name##_prepare,                                                          \
      .invoke = way##_invoke,                                                                    \
  }

#endif
