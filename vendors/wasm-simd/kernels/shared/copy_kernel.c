#include "copy_kernel.h"

#include "../arithmetic/copy.h"
#include <thimble/kit/glue.h>

typedef struct {
  int32_t bytes;
} copy_record;

thimble_status copy_prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *info = thimble_output_info(host, node, 0);
  copy_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->bytes = (int32_t)info->byte_length;
  return THIMBLE_OK;
}

thimble_status copy_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const copy_record *record = node->data;
  const void *from = thimble_input(node, 0)->data;
  void *to = thimble_output(node, 0)->data;
  if (to != from) copy_bytes(to, from, record->bytes);
  return THIMBLE_OK;
}
