#include "kernels.h"
#include "shared/interleave_kernel.h"

#define TYPES "float32|int8|int16|int32"

PARTS_KERNEL(split_any, "SPLIT", "int32, " TYPES " -> " TYPES "...", thimble_split_params, parts_out_of_second);
