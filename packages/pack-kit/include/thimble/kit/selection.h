/* Strided copies: operators whose output is a selection of the input (STRIDED_SLICE, TRANSPOSE), and PAD. */
#ifndef THIMBLE_KIT_SELECTION_H
#define THIMBLE_KIT_SELECTION_H

#include <thimble/params.h>

#include "copy.h"
#include "dimensions.h"
#include "shape.h"

/** A copy of elements between places that go on by steps of bytes: runs, rows of runs, and what is around them. */
typedef struct thimble_strided_copy {
  thimble_dimensions outer;
  thimble_dimension rows;
  int32_t run_bytes;
} thimble_strided_copy;

/**
 * Lays out a copy of `rank` dimensions. Steps count elements, may be negative, and may be 0 in the source. Elements
 * that follow each other in both are copied as one run.
 */
static inline thimble_strided_copy thimble_make_strided_copy(int32_t rank, const int32_t *extents,
                                                             const int32_t *from_steps, const int32_t *to_steps,
                                                             int32_t element_bytes) {
  thimble_strided_copy copy = {.run_bytes = element_bytes};
  for (int32_t i = 0; i < rank; i++) {
    thimble_add_dimension(&copy.outer, extents[i], from_steps[i] * element_bytes, to_steps[i] * element_bytes);
  }
  copy.rows = thimble_take_innermost(&copy.outer);
  if (copy.rows.first_step == element_bytes && copy.rows.second_step == element_bytes) {
    copy.run_bytes = copy.rows.extent * element_bytes;
    copy.rows = thimble_take_innermost(&copy.outer);
  }
  return copy;
}

/** Both pointers are the places of the first element. */
static inline void thimble_copy_strided(const thimble_strided_copy *copy, void *to, const void *from) {
  const thimble_dimension rows = copy->rows;
  thimble_walk at = {0};
  do {
    const int8_t *in = (const int8_t *)from + at.first;
    int8_t *out = (int8_t *)to + at.second;
    for (int32_t i = 0; i < rows.extent; i++, in += rows.first_step, out += rows.second_step) {
      thimble_copy_bytes(out, in, copy->run_bytes);
    }
  } while (thimble_walk_on(&at, &copy->outer));
}

/** What is in the record of a selection: the copy, and the byte of the input where it begins. */
typedef struct thimble_selection {
  thimble_strided_copy copy;
  int32_t start_bytes;
} thimble_selection;

/**
 * [prepare, once] A `thimble_selection` of input 0 to a dense output as record: extents, and the elements by which the
 * input goes on along each, from element `start` on.
 */
static inline thimble_status thimble_prepare_selection(const thimble_host *host, thimble_node *node, int32_t rank,
                                                       const int32_t *extents, const int32_t *steps, int32_t start) {
  const int32_t bytes = thimble_element_bytes(thimble_input_info(host, node, 0));
  int32_t to_steps[THIMBLE_MAX_RANK];
  thimble_strides(extents, rank, to_steps);
  const thimble_selection record = {thimble_make_strided_copy(rank, extents, steps, to_steps, bytes), start * bytes};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [invoke] Copies the selection. */
static inline thimble_status thimble_selection_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_selection *record = node->data;
  const int8_t *from = thimble_input(node, 0)->data;
  thimble_copy_strided(&record->copy, thimble_output(node, 0)->data, from + record->start_bytes);
  return THIMBLE_OK;
}

/** [prepare] What a STRIDED_SLICE takes of its input: extents, steps in elements; returns the element where it begins. */
static inline int32_t thimble_place_slices(thimble_node *node, int32_t *extents, int32_t *steps) {
  const thimble_strided_slice_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  int32_t strides[THIMBLE_MAX_RANK], start = 0;
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t i = 0; i < input->rank; i++) {
    const thimble_slice *slice = &params->slices[i];
    extents[i] = slice->count;
    steps[i] = slice->stride * strides[i];
    start += slice->begin * strides[i];
  }
  return start;
}

/** [prepare, once] The selection of a STRIDED_SLICE. */
static inline thimble_status thimble_prepare_strided_slice(const thimble_host *host, thimble_node *node) {
  int32_t extents[THIMBLE_MAX_RANK], steps[THIMBLE_MAX_RANK];
  const int32_t start = thimble_place_slices(node, extents, steps);
  return thimble_prepare_selection(host, node, thimble_input(node, 0)->rank, extents, steps, start);
}

/** [prepare, once] The selection of a TRANSPOSE. */
static inline thimble_status thimble_prepare_transpose(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0), *output = thimble_output(node, 0);
  int32_t strides[THIMBLE_MAX_RANK], steps[THIMBLE_MAX_RANK];
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t i = 0; i < output->rank; i++) steps[i] = strides[params->permutation[i]];
  return thimble_prepare_selection(host, node, output->rank, output->dims, steps, 0);
}

/** What is in the record of a PAD. */
typedef struct thimble_pad {
  thimble_strided_copy copy;
  /** Byte of the output where the input's first element goes. */
  int32_t start_bytes;
  int32_t element_bytes;
  int32_t count;
  /** What stands around the input, where no input says it: int8 pads with the zero point, other types with 0. */
  int32_t padding;
} thimble_pad;

/** [prepare, once] A `thimble_pad` as record. */
static inline thimble_status thimble_pad_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_pad_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0), *output = thimble_output(node, 0);
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  const int32_t bytes = thimble_element_bytes(info);
  int32_t from_steps[THIMBLE_MAX_RANK], to_steps[THIMBLE_MAX_RANK], start = 0;
  thimble_strides(input->dims, input->rank, from_steps);
  thimble_strides(output->dims, output->rank, to_steps);
  for (int32_t i = 0; i < input->rank; i++) start += params->before[i] * to_steps[i];
  const thimble_pad record = {
      .copy = thimble_make_strided_copy(input->rank, input->dims, from_steps, to_steps, bytes),
      .start_bytes = start * bytes,
      .element_bytes = bytes,
      .count = (int32_t)info->element_count,
      .padding = input->type == THIMBLE_TYPE_INT8 ? info->zero_point : 0,
  };
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [invoke] Fills the output with the padding, and copies the input into it. */
static inline thimble_status thimble_pad_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pad *record = node->data;
  const thimble_tensor *value = thimble_optional_input(node, 2);
  int8_t *output = thimble_output(node, 0)->data;
  thimble_fill_elements(output, value ? value->data : &record->padding, record->element_bytes, record->count);
  thimble_copy_strided(&record->copy, output + record->start_bytes, thimble_input(node, 0)->data);
  return THIMBLE_OK;
}

/** A PAD or PADV2 of one element type. */
#define THIMBLE_PAD_KERNEL(kernel_name, operator, element)                                                        \
  THIMBLE_KERNEL(kernel_name, operator, element ", int32, " element "? -> " element, THIMBLE_EXACT_AS_STORED,    \
                 .prepare = thimble_pad_prepare, .invoke = thimble_pad_invoke)

#endif
