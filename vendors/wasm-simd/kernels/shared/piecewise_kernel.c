#include "piecewise_kernel.h"

typedef struct {
  piecewise_quantization quantization;
  int32_t count;
} piecewise_record;

thimble_status prepare_piecewise(const thimble_host *host, thimble_node *node,
                                 const piecewise_quantization *quantization) {
  const int32_t count = (int32_t)thimble_output_info(host, node, 0)->element_count;
  piecewise_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = (piecewise_record){*quantization, count};
  return THIMBLE_OK;
}

thimble_status piecewise_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const piecewise_record *record = node->data;
  piecewise_row_s16(&record->quantization, thimble_input(node, 0)->data, thimble_output(node, 0)->data,
                    record->count);
  return THIMBLE_OK;
}
