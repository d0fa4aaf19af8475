#include <thimble/kit/shape.h>
#include <thimble/params.h>

#include "kernels.h"
#include "shared/strided_copy_kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_strided_slice_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  int32_t strides[THIMBLE_MAX_RANK], extents[THIMBLE_MAX_RANK], steps[THIMBLE_MAX_RANK];
  int32_t start = 0;
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t i = 0; i < input->rank; i++) {
    const thimble_slice *slice = &params->slices[i];
    extents[i] = slice->count;
    steps[i] = slice->stride * strides[i];
    start += slice->begin * strides[i];
  }
  return prepare_selection(host, node, input->rank, extents, steps, start);
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
