#include "strided_copy_kernel.h"

#include <thimble/kit/shape.h>

#include "../arithmetic/strided_copy.h"
#include <thimble/kit/glue.h>

typedef struct {
  strided_copy copy;
  int32_t start_bytes;
} selection_record;

/* Dimensions of a selection: a block's rows and columns count as dimensions of their own. */
enum { MAX_SELECTION_RANK = 8 };

thimble_status prepare_selection(const thimble_host *host, thimble_node *node, int32_t rank, const int32_t *extents,
                                 const int32_t *steps, int32_t start) {
  const int32_t bytes = thimble_element_bytes(thimble_input_info(host, node, 0));
  int32_t to_steps[MAX_SELECTION_RANK];
  selection_record *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  thimble_strides(extents, rank, to_steps);
  record->copy = make_strided_copy(rank, extents, steps, to_steps, bytes);
  record->start_bytes = start * bytes;
  return THIMBLE_OK;
}

thimble_status selection_invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const selection_record *record = node->data;
  const int8_t *from = thimble_input(node, 0)->data;
  copy_strided(&record->copy, thimble_output(node, 0)->data, from + record->start_bytes);
  return THIMBLE_OK;
}
