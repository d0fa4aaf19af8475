#include "strided_copy_kernel.h"

#include "../arithmetic/strided_copy.h"

thimble_status prepare_selection(const thimble_host *host, thimble_node *node, int32_t rank, const int32_t *extents,
                                 const int32_t *steps, int32_t start) {
  return thimble_prepare_selection(host, node, rank, extents, steps, start);
}

thimble_status selection_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_selection *record = node->data;
  const int8_t *from = thimble_input(node, 0)->data;
  copy_strided(&record->copy, thimble_output(node, 0)->data, from + record->start_bytes);
  return THIMBLE_OK;
}
