#include <thimble/kit/shape.h>
#include <thimble/params.h>

#include "kernels.h"
#include "shared/strided_copy_kernel.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_params *params = node->params;
  const thimble_tensor *input = thimble_input(node, 0);
  const thimble_tensor *output = thimble_output(node, 0);
  int32_t strides[THIMBLE_MAX_RANK], steps[THIMBLE_MAX_RANK];
  thimble_strides(input->dims, input->rank, strides);
  for (int32_t i = 0; i < output->rank; i++) steps[i] = strides[params->permutation[i]];
  return prepare_selection(host, node, output->rank, output->dims, steps, 0);
}

#define TYPES "float32|int8|int16|int32"

const thimble_kernel transpose_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "transpose_any",
    .operator_name = "TRANSPOSE",
    .types = TYPES ", int32 -> " TYPES,
    .prepare = prepare,
    .invoke = selection_invoke,
};
