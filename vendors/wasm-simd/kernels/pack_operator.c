#include <thimble/params.h>

#include "shared/interleave_kernel.h"
#include "kernels.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_pack_params *params = node->params;
  return prepare_parts_in(host, node, params->axis);
}

#define TYPES "float32|int8|int16|int32|int64"

const thimble_kernel pack_any = {
    .struct_size = sizeof(thimble_kernel),
    .name = "pack_any",
    .operator_name = "PACK",
    .types = TYPES "... -> " TYPES,
    .prepare = prepare,
    .invoke = parts_in_invoke,
};
