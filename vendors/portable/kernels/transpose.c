#include <thimble/kit/selection.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32"

THIMBLE_KERNEL(transpose_any, "TRANSPOSE", TYPES ", int32 -> " TYPES, THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_transpose, .invoke = thimble_selection_invoke);
