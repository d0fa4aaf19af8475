#include <thimble/kit/parts.h>
#include <thimble/params.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32"

THIMBLE_PARTS_OUT_KERNEL(split_any, "SPLIT", "int32, " TYPES " -> " TYPES "...", thimble_split_params, 1);
