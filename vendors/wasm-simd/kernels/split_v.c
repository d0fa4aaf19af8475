#include <thimble/params.h>

#include "shared/interleave_kernel.h"
#include "kernels.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_split_v_params *params = node->params;
  return prepare_parts_out(host, node, 0, params->axis);
}

#define TYPES "float32|int8|int16|int32"

const thimble_kernel split_v_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "split_v_any",
    .operator_name = "SPLIT_V",
    .types = TYPES ", int32|int64, int32 -> " TYPES "...",
    .prepare = prepare,
    .invoke = parts_out_invoke,
};
