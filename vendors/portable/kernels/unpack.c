#include <thimble/kit/parts.h>
#include <thimble/params.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32"

THIMBLE_PARTS_OUT_KERNEL(unpack_any, "UNPACK", TYPES " -> " TYPES "...", thimble_unpack_params, 0);
