#include <thimble/params.h>

#include "kernels.h"
#include "shared/strided_copy_kernel.h"

/* The output's rows are rows and rows of the block, its columns columns and columns of the block. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const int32_t block = ((const thimble_depth_to_space_params *)node->params)->block_size;
  const int32_t *dims = thimble_input(node, 0)->dims;
  const int32_t channels = thimble_output(node, 0)->dims[3];
  const int32_t row = dims[2] * dims[3];
  const int32_t extents[] = {dims[0], dims[1], block, dims[2], block, channels};
  const int32_t steps[] = {dims[1] * row, row, block * channels, dims[3], channels, 1};
  return prepare_selection(host, node, 6, extents, steps, 0);
}

#define TYPES "float32|int8"

const thimble_kernel depth_to_space_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "depth_to_space_any",
    .operator_name = "DEPTH_TO_SPACE",
    .types = TYPES " -> " TYPES,
    .prepare = prepare,
    .invoke = selection_invoke,
};
