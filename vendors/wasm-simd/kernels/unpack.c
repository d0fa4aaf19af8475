#include "kernels.h"
#include "shared/interleave_kernel.h"

#define TYPES "float32|int8|int16|int32"

PARTS_KERNEL(unpack_any, "UNPACK", TYPES " -> " TYPES "...", thimble_unpack_params, parts_out);
