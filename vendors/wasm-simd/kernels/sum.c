#include "kernels.h"
#include "shared/reduce_kernel.h"

REDUCE_KERNEL(sum_s8, "SUM", "int8", THIMBLE_EXACT_REQUANTIZED, sum_prepare, sums_invoke_s8);
REDUCE_KERNEL(sum_s16, "SUM", "int16", THIMBLE_EXACT_REQUANTIZED, sum_prepare, sums_invoke_s16);
REDUCE_KERNEL(sum_f32, "SUM", "float32", THIMBLE_WITHIN_TOLERANCE, sum_prepare, sums_invoke_f32);
