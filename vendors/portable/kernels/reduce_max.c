#include "portable_kernels.h"
#include "shared/extremes.h"

EXTREMES_KERNEL(reduce_max_s8, "REDUCE_MAX", "int8", int8_t, INT8_MIN, >, THIMBLE_EXACT_AS_STORED);
EXTREMES_KERNEL(reduce_max_s16, "REDUCE_MAX", "int16", int16_t, INT16_MIN, >, THIMBLE_EXACT_AS_STORED);
EXTREMES_KERNEL(reduce_max_f32, "REDUCE_MAX", "float32", float, -FLT_MAX, >, THIMBLE_WITHIN_TOLERANCE);
