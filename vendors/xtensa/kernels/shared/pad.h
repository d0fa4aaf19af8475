/* PAD and PADV2. */
#ifndef XTENSA_PAD_H
#define XTENSA_PAD_H

#include "copy.h"

/** [invoke] Fills the output with the padding, and copies the input into it. */
static inline thimble_status pad_rows(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pad *record = node->data;
  const thimble_tensor *value = thimble_optional_input(node, 2);
  const void *padding = value ? value->data : &record->padding;
  int8_t *output = thimble_output(node, 0)->data;
  if (record->count == 0) return THIMBLE_OK;
  fill_run(output, padding, record->element_bytes, record->element_bytes * record->count);
  copy_rows(&record->copy, output + record->start_bytes, thimble_input(node, 0)->data);
  return THIMBLE_OK;
}

/** A kernel of one element type. */
#define PAD_KERNEL(kernel_name, operator, element)                                                            \
  THIMBLE_KERNEL(kernel_name, operator, element ", int32, " element "? -> " element, THIMBLE_EXACT_AS_STORED, \
                 .prepare = thimble_pad_prepare, .invoke = pad_rows)

#endif
