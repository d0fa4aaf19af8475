#include "kernels.h"
#include "shared/copy.h"

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_selection *record = node->data;
  const int8_t *from = thimble_input(node, 0)->data;
  copy_rows(&record->copy, thimble_output(node, 0)->data, from + record->start_bytes);
  return THIMBLE_OK;
}

#define TYPES "float32|int8|int16|int32|bool"

THIMBLE_KERNEL(strided_slice_any, "STRIDED_SLICE", TYPES ", int32, int32, int32 -> " TYPES, THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_strided_slice, .invoke = invoke);
