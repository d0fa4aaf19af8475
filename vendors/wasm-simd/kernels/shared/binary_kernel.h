/* Operators of two inputs that broadcast: the way over them, row by row. */
#ifndef WASM_SIMD_BINARY_KERNEL_H
#define WASM_SIMD_BINARY_KERNEL_H

#include "../arithmetic/blocks.h"
#include <thimble/kit/dimensions.h>
#include <thimble/kit/glue.h>

/* The beginning of the record of a kernel of two inputs; what its rows need to know follows. */
typedef struct {
  thimble_dimensions outer;
  /* The innermost dimension: how both inputs go on along a row. */
  thimble_dimension row;
  /*
   * Of rows that are short: the dimension around them, along which one input stands still while the other goes on
   * without a gap. The input that stands still is written `repeats` times to scratch, which makes long rows. 0: none.
   */
  thimble_dimension repeated;
  int32_t repeats;
  int32_t element_bytes;
  /* The row's first input is input 1. */
  int32_t is_swapped;
} broadcast;

typedef void (*row_function)(const void *params, const binary_row *row);

/* Steps count elements of the inputs. */
broadcast make_broadcast(const thimble_node *node, int32_t element_bytes, int32_t is_swapped);

/* Allocates a record of a broadcast with `params_bytes` behind it. */
broadcast *allocate_broadcast(const thimble_host *host, thimble_node *node, int32_t is_swapped, const void *params,
                              uint32_t params_bytes);

/* Hands each row to the function, with what stands behind the broadcast in the record. */
thimble_status for_each_row(const thimble_node *node, row_function f);

/* A prepare for rows that need no parameters. */
thimble_status plain_binary_prepare(const thimble_host *host, thimble_node *node);

/* A kernel of two inputs of one element type, of its rows' function. `accuracy` is one of glue.h. */
#define BINARY_KERNEL(kernel_name, operator, element, accuracy, prepare_function, function)   \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) { \
    (void)host;                                                                              \
    return for_each_row(node, function);                                                     \
  }                                                                                          \
  const thimble_kernel kernel_name = {                                                       \
      .struct_size = sizeof(thimble_kernel),                                                 \
      .name = #kernel_name,                                                                  \
      .operator_name = operator,                                                             \
      .types = element ", " element " -> " element,                                          \
      accuracy,                                                                              \
      .prepare = prepare_function,                                                           \
      .invoke = kernel_name##_invoke,                                                        \
  }

#endif
