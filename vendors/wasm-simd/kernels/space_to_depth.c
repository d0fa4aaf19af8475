#include <thimble/params.h>

#include "kernels.h"
#include "shared/strided_copy_kernel.h"

/* The output's channels are rows of the block, columns of the block, and channels. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const int32_t block = ((const thimble_space_to_depth_params *)node->params)->block_size;
  const int32_t *dims = thimble_input(node, 0)->dims;
  const int32_t *output = thimble_output(node, 0)->dims;
  const int32_t depth = dims[3], row = dims[2] * depth;
  const int32_t extents[] = {dims[0], output[1], output[2], block, block, depth};
  const int32_t steps[] = {dims[1] * row, block * row, block * depth, row, depth, 1};
  return prepare_selection(host, node, 6, extents, steps, 0);
}

#define TYPES "float32|int8"

const thimble_kernel space_to_depth_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "space_to_depth_any",
    .operator_name = "SPACE_TO_DEPTH",
    .types = TYPES " -> " TYPES,
    .prepare = prepare,
    .invoke = selection_invoke,
};
