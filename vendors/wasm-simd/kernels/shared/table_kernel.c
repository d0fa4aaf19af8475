#include "table_kernel.h"

#include "../arithmetic/table_s8.h"

thimble_status prepare_table(const thimble_host *host, thimble_node *node, thimble_stored_function f,
                             const void *quantization) {
  return thimble_prepare_table(host, node, f, quantization);
}

thimble_status table_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_table_s8 *record = node->data;
  apply_table_s8(record->values, thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count);
  return THIMBLE_OK;
}
