#include <thimble/kit/selection.h>

#include "kernels.h"
#include "shared/strided_copy_kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  int32_t extents[THIMBLE_MAX_RANK], steps[THIMBLE_MAX_RANK];
  const int32_t start = thimble_place_slices(node, extents, steps);
  return prepare_selection(host, node, thimble_input(node, 0)->rank, extents, steps, start);
}

#define TYPES "float32|int8|int16|int32|bool"

const thimble_kernel strided_slice_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "strided_slice_any",
    .operator_name = "STRIDED_SLICE",
    .types = TYPES ", int32, int32, int32 -> " TYPES,
    .prepare = prepare,
    .invoke = selection_invoke,
};
