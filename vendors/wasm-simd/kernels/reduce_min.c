#include <float.h>

#include "kernels.h"
#include "shared/reduce_kernel.h"

EXTREME_KERNEL(reduce_min_s8, "REDUCE_MIN", "int8", int8_t, INT8_MAX, min_rows_s8);
EXTREME_KERNEL(reduce_min_s16, "REDUCE_MIN", "int16", int16_t, INT16_MAX, min_rows_s16);
EXTREME_KERNEL(reduce_min_f32, "REDUCE_MIN", "float32", float, FLT_MAX, min_rows_f32);
