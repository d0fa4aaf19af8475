#include "kernels.h"
#include "shared/pool_kernel.h"

POOL_KERNEL(max_pool_2d_s8, "MAX_POOL_2D", "int8", 1, THIMBLE_EXACT_AS_STORED, greatest_s8);
POOL_KERNEL(max_pool_2d_s16, "MAX_POOL_2D", "int16", 2, THIMBLE_EXACT_AS_STORED, greatest_s16);
POOL_KERNEL(max_pool_2d_f32, "MAX_POOL_2D", "float32", 4, THIMBLE_WITHIN_TOLERANCE, greatest_f32);
