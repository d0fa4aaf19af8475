/* Operators of two inputs that broadcast: the way over them, row by row. */
#ifndef THIMBLE_KIT_BINARY_H
#define THIMBLE_KIT_BINARY_H

#include "dimensions.h"
#include "glue.h"
#include "shape.h"

/** How both inputs go on along the output. Steps count elements. */
typedef struct thimble_broadcast {
  thimble_dimensions outer;
  /** The innermost dimension. */
  thimble_dimension row;
} thimble_broadcast;

/** A row of outputs, and where its inputs are: `first_step` and `second_step` elements go from one to the next. */
typedef struct thimble_binary_row {
  int32_t length;
  int32_t first_step;
  int32_t second_step;
  const void *first;
  const void *second;
  void *output;
} thimble_binary_row;

/** Computes a row, with what stands behind the broadcast in the record. */
typedef void (*thimble_binary_function)(const void *params, const thimble_binary_row *row);

/** Dimensions of two tensors that broadcast to each other, up to `end` of the common rank. */
static inline thimble_dimensions thimble_broadcast_dimensions(const thimble_tensor *first,
                                                              const thimble_tensor *second, int32_t end) {
  const int32_t rank = first->rank > second->rank ? first->rank : second->rank;
  int32_t first_steps[THIMBLE_MAX_RANK], second_steps[THIMBLE_MAX_RANK];
  thimble_dimensions all = {0};
  thimble_broadcast_strides(first, rank, first_steps);
  thimble_broadcast_strides(second, rank, second_steps);
  for (int32_t i = 0; i < rank && i < end; i++) {
    const int32_t extent = thimble_aligned_extent(first, rank, i);
    const int32_t common = extent == 1 ? thimble_aligned_extent(second, rank, i) : extent;
    thimble_add_dimension(&all, common, first_steps[i], second_steps[i]);
  }
  return all;
}

/** [prepare, once] A `thimble_broadcast` as record, with a copy of `params` behind it. */
static inline thimble_status thimble_prepare_broadcast(const thimble_host *host, thimble_node *node,
                                                       const void *params, uint32_t params_bytes) {
  thimble_broadcast *record =
      host->allocate_persistent(host, node, (uint32_t)sizeof(thimble_broadcast) + params_bytes);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->outer = thimble_broadcast_dimensions(thimble_input(node, 0), thimble_input(node, 1), THIMBLE_MAX_RANK);
  record->row = thimble_take_innermost(&record->outer);
  if (params_bytes > 0) __builtin_memcpy(record + 1, params, params_bytes);
  return THIMBLE_OK;
}

/** [invoke] Hands each row to the function. */
static inline thimble_status thimble_for_each_row(const thimble_node *node, int32_t element_bytes,
                                                  thimble_binary_function f) {
  const thimble_broadcast *record = node->data;
  const int8_t *const first = thimble_input(node, 0)->data, *const second = thimble_input(node, 1)->data;
  thimble_binary_row row = {.length = record->row.extent,
                            .first_step = record->row.first_step,
                            .second_step = record->row.second_step,
                            .output = thimble_output(node, 0)->data};
  thimble_walk at = {0};
  if (row.length == 0) return THIMBLE_OK;
  do {
    row.first = first + at.first * element_bytes;
    row.second = second + at.second * element_bytes;
    f(record + 1, &row);
    row.output = (int8_t *)row.output + row.length * element_bytes;
  } while (thimble_walk_on(&at, &record->outer));
  return THIMBLE_OK;
}

/**
 * A kernel of two inputs of one element type, of its rows' function: int8_t for "int8". The accuracy is one of glue.h.
 */
#define THIMBLE_BINARY_KERNEL(kernel_name, operator, type_name, element, accuracy, prepare_function, function)     \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) {                      \
    (void)host;                                                                                                   \
    return thimble_for_each_row(node, sizeof(element), function);                                                 \
  }                                                                                                               \
  THIMBLE_KERNEL(kernel_name, operator, type_name ", " type_name " -> " type_name, accuracy,                      \
                 .prepare = prepare_function, .invoke = kernel_name##_invoke)

#endif
