#include <thimble/kit/copy.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32"

THIMBLE_COPY_KERNEL(expand_dims_any, "EXPAND_DIMS", TYPES ", int32 -> " TYPES);
