#include <thimble/kit/selection.h>

#include "portable_kernels.h"

#define TYPES "float32|int8|int16|int32|bool"

THIMBLE_KERNEL(strided_slice_any, "STRIDED_SLICE", TYPES ", int32, int32, int32 -> " TYPES, THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_strided_slice, .invoke = thimble_selection_invoke);
