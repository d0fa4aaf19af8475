#include "kernels.h"
#include "shared/interleave_kernel.h"

#define TYPES "float32|int8|int16|int32"

PARTS_KERNEL(split_v_any, "SPLIT_V", TYPES ", int32|int64, int32 -> " TYPES "...", thimble_split_v_params, parts_out);
