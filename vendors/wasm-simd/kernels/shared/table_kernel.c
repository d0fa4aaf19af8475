#include "table_kernel.h"

#include "../arithmetic/table_s8.h"

typedef struct {
  int32_t count;
  table_s8 table;
} table_record;

thimble_status prepare_table(const thimble_host *host, thimble_node *node, stored_function f,
                             const void *quantization) {
  const int32_t count = (int32_t)thimble_output_info(host, node, 0)->element_count;
  table_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->count = count;
  for (int32_t stored = INT8_MIN; stored <= INT8_MAX; stored++) {
    record->table.values[(uint8_t)stored] = (int8_t)f(stored, quantization);
  }
  return THIMBLE_OK;
}

thimble_status table_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const table_record *record = node->data;
  apply_table_s8(&record->table, thimble_input(node, 0)->data, thimble_output(node, 0)->data, record->count);
  return THIMBLE_OK;
}
