/* Operators that are a function of one int8: a table of its values, made in prepare. */
#ifndef THIMBLE_KIT_TABLE_H
#define THIMBLE_KIT_TABLE_H

#include "glue.h"

/** The output for each stored input, by the input's bits as uint8, and the number of elements. */
typedef struct thimble_table_s8 {
  int32_t count;
  int8_t values[256];
} thimble_table_s8;

/** The stored output for a stored input. */
typedef int32_t (*thimble_stored_function)(int32_t stored, const void *quantization);

/** [prepare, once] A `thimble_table_s8` of the function as record. */
static inline thimble_status thimble_prepare_table(const thimble_host *host, thimble_node *node,
                                                   thimble_stored_function f, const void *quantization) {
  const int32_t count = (int32_t)thimble_output_info(host, node, 0)->element_count;
  thimble_table_s8 *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->count = count;
  for (int32_t stored = INT8_MIN; stored <= INT8_MAX; stored++) {
    record->values[(uint8_t)stored] = (int8_t)f(stored, quantization);
  }
  return THIMBLE_OK;
}

/** [invoke] Looks every element of input 0 up. */
static inline thimble_status thimble_table_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_table_s8 *record = node->data;
  const uint8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < record->count; i++) output[i] = record->values[input[i]];
  return THIMBLE_OK;
}

/** A kernel of such a function. Output may lie where the input does. */
#define THIMBLE_TABLE_KERNEL(kernel_name, operator, prepare_function)                          \
  THIMBLE_KERNEL(kernel_name, operator, "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, \
                 .prepare = prepare_function, .invoke = thimble_table_invoke)

#endif
