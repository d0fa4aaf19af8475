#include <thimble/kit/parts.h>
#include <thimble/params.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32"

THIMBLE_PARTS_OUT_KERNEL(split_v_any, "SPLIT_V", TYPES ", int32|int64, int32 -> " TYPES "...", thimble_split_v_params,
                         0);
