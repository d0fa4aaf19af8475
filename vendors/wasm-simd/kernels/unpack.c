#include <thimble/params.h>

#include "shared/interleave_kernel.h"
#include "kernels.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_unpack_params *params = node->params;
  return prepare_parts_out(host, node, 0, params->axis);
}

#define TYPES "float32|int8|int16|int32"

const thimble_kernel unpack_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "unpack_any",
    .operator_name = "UNPACK",
    .types = TYPES " -> " TYPES "...",
    .prepare = prepare,
    .invoke = parts_out_invoke,
};
