#include "kernels.h"
#include "shared/reduce_kernel.h"

REDUCE_KERNEL(mean_s8, "MEAN", "int8", THIMBLE_EXACT_REQUANTIZED, mean_prepare, sums_invoke_s8);
REDUCE_KERNEL(mean_s16, "MEAN", "int16", THIMBLE_EXACT_REQUANTIZED, mean_prepare, sums_invoke_s16);
REDUCE_KERNEL(mean_f32, "MEAN", "float32", THIMBLE_WITHIN_TOLERANCE, mean_prepare, sums_invoke_f32);
