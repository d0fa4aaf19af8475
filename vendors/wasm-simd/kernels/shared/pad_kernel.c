#include "pad_kernel.h"

#include "../arithmetic/fill.h"
#include "../arithmetic/strided_copy.h"

thimble_status pad_prepare(const thimble_host *host, thimble_node *node) { return thimble_pad_prepare(host, node); }

thimble_status pad_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_pad *record = node->data;
  const thimble_tensor *value = thimble_optional_input(node, 2);
  int8_t *output = thimble_output(node, 0)->data;
  fill_elements(output, value ? value->data : &record->padding, record->element_bytes,
                record->count * record->element_bytes);
  copy_strided(&record->copy, output + record->start_bytes, thimble_input(node, 0)->data);
  return THIMBLE_OK;
}
