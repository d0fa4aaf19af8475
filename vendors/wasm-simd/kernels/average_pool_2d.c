#include "kernels.h"
#include "shared/pool_kernel.h"

POOL_KERNEL(average_pool_2d_s8, "AVERAGE_POOL_2D", "int8", 1, THIMBLE_EXACT_AS_STORED, average_s8);
POOL_KERNEL(average_pool_2d_s16, "AVERAGE_POOL_2D", "int16", 2, THIMBLE_EXACT_AS_STORED, average_s16);
POOL_KERNEL(average_pool_2d_f32, "AVERAGE_POOL_2D", "float32", 4, THIMBLE_WITHIN_TOLERANCE, average_f32);
