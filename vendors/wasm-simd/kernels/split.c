#include <thimble/params.h>

#include "shared/interleave_kernel.h"
#include "kernels.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_split_params *params = node->params;
  return prepare_parts_out(host, node, 1, params->axis);
}

#define TYPES "float32|int8|int16|int32"

const thimble_kernel split_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "split_any",
    .operator_name = "SPLIT",
    .types = "int32, " TYPES " -> " TYPES "...",
    .prepare = prepare,
    .invoke = parts_out_of_second_invoke,
};
