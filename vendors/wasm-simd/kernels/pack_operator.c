#include "kernels.h"
#include "shared/interleave_kernel.h"

#define TYPES "float32|int8|int16|int32|int64"

PARTS_KERNEL(pack_any, "PACK", TYPES "... -> " TYPES, thimble_pack_params, parts_in);
