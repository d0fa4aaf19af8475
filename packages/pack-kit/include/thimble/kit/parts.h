/* Tensors that follow each other along a dimension of a whole: CONCATENATION, PACK, SPLIT, UNPACK. */
#ifndef THIMBLE_KIT_PARTS_H
#define THIMBLE_KIT_PARTS_H

#include "copy.h"
#include "shape.h"

/** At each of `positions`, a run of each part follows the one before it. */
typedef struct thimble_parts {
  int32_t positions;
  int32_t part_count;
  /** Bytes of the whole from one position to the next. */
  int32_t row_bytes;
  /** Bytes of each part at one position. */
  int32_t run_bytes[];
} thimble_parts;

/** [prepare, once] A `thimble_parts` as record, of parts along dimension `axis` of the whole. */
static inline thimble_status thimble_prepare_parts(const thimble_host *host, thimble_node *node,
                                                   const thimble_tensor *whole, const thimble_tensor *const *parts,
                                                   int32_t count, int32_t axis) {
  const uint32_t bytes = (uint32_t)(sizeof(thimble_parts) + sizeof(int32_t) * (uint32_t)count);
  thimble_parts *layout = host->allocate_persistent(host, node, bytes);
  if (!layout) return THIMBLE_OUT_OF_MEMORY;
  const int32_t whole_bytes = (int32_t)host->tensor_info(host, whole)->byte_length;
  /* A tensor without elements has no positions to copy. */
  layout->positions = whole_bytes == 0 ? 0 : thimble_extent_product(whole->dims, 0, axis);
  if (layout->positions == 0) return THIMBLE_OK;
  layout->part_count = count;
  layout->row_bytes = whole_bytes / layout->positions;
  for (int32_t i = 0; i < count; i++) {
    layout->run_bytes[i] = (int32_t)host->tensor_info(host, parts[i])->byte_length / layout->positions;
  }
  return THIMBLE_OK;
}

/** [prepare, once] The inputs are parts of output 0. */
static inline thimble_status thimble_prepare_parts_in(const thimble_host *host, thimble_node *node, int32_t axis) {
  return thimble_prepare_parts(host, node, thimble_output(node, 0), node->inputs, node->input_count, axis);
}

/** [prepare, once] The outputs are parts of an input. */
static inline thimble_status thimble_prepare_parts_out(const thimble_host *host, thimble_node *node, uint32_t whole,
                                                       int32_t axis) {
  const thimble_tensor *const *parts = (const thimble_tensor *const *)node->outputs;
  return thimble_prepare_parts(host, node, thimble_input(node, whole), parts, node->output_count, axis);
}

/** [invoke] Puts the inputs together. */
static inline thimble_status thimble_parts_in_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_parts *layout = node->data;
  int8_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < layout->part_count; i++) {
    const int32_t run = layout->run_bytes[i];
    const int8_t *part = node->inputs[i]->data;
    for (int32_t at = 0; at < layout->positions; at++) {
      thimble_copy_bytes(output + at * layout->row_bytes, part + at * run, run);
    }
    output += run;
  }
  return THIMBLE_OK;
}

/** [invoke] Takes an input apart. */
static inline thimble_status thimble_take_apart(const thimble_node *node, uint32_t whole) {
  const thimble_parts *layout = node->data;
  const int8_t *input = thimble_input(node, whole)->data;
  for (int32_t i = 0; i < layout->part_count; i++) {
    const int32_t run = layout->run_bytes[i];
    int8_t *part = node->outputs[i]->data;
    for (int32_t at = 0; at < layout->positions; at++) {
      thimble_copy_bytes(part + at * run, input + at * layout->row_bytes, run);
    }
    input += run;
  }
  return THIMBLE_OK;
}

/** A kernel that takes input `whole` apart, at the dimension `axis` of its operator's parameters. */
#define THIMBLE_PARTS_OUT_KERNEL(kernel_name, operator, type_list, params_type, whole)             \
  static thimble_status kernel_name##_prepare(const thimble_host *host, thimble_node *node) {      \
    return thimble_prepare_parts_out(host, node, whole, ((const params_type *)node->params)->axis); \
  }                                                                                                \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) {       \
    (void)host;                                                                                    \
    return thimble_take_apart(node, whole);                                                        \
  }                                                                                                \
  THIMBLE_KERNEL(kernel_name, operator, type_list, THIMBLE_EXACT_AS_STORED,                        \
                 .prepare = kernel_name##_prepare, .invoke = kernel_name##_invoke)

#endif
