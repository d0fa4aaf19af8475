#include "portable_kernels.h"
#include "shared/extremes.h"

EXTREMES_KERNEL(reduce_min_s8, "REDUCE_MIN", "int8", int8_t, INT8_MAX, <, THIMBLE_EXACT_AS_STORED);
EXTREMES_KERNEL(reduce_min_s16, "REDUCE_MIN", "int16", int16_t, INT16_MAX, <, THIMBLE_EXACT_AS_STORED);
EXTREMES_KERNEL(reduce_min_f32, "REDUCE_MIN", "float32", float, FLT_MAX, <, THIMBLE_WITHIN_TOLERANCE);
