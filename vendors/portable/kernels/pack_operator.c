#include <thimble/kit/parts.h>
#include <thimble/params.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32|int64"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_parts_in(host, node, ((const thimble_pack_params *)node->params)->axis);
}

THIMBLE_KERNEL(pack_any, "PACK", TYPES "... -> " TYPES, THIMBLE_EXACT_AS_STORED, .prepare = prepare,
               .invoke = thimble_parts_in_invoke);
