#include <float.h>

#include "kernels.h"
#include "shared/reduce_kernel.h"

EXTREME_KERNEL(reduce_max_s8, "REDUCE_MAX", "int8", int8_t, INT8_MIN, max_rows_s8);
EXTREME_KERNEL(reduce_max_s16, "REDUCE_MAX", "int16", int16_t, INT16_MIN, max_rows_s16);
EXTREME_KERNEL(reduce_max_f32, "REDUCE_MAX", "float32", float, -FLT_MAX, max_rows_f32);
