#include "arithmetic/elementwise_plain.h"
#include "kernels.h"
#include "shared/binary_kernel.h"

BINARY_KERNEL(maximum_s8, "MAXIMUM", "int8", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, maximum_row_s8);
BINARY_KERNEL(maximum_s16, "MAXIMUM", "int16", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, maximum_row_s16);
BINARY_KERNEL(maximum_s32, "MAXIMUM", "int32", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, maximum_row_s32);
BINARY_KERNEL(maximum_f32, "MAXIMUM", "float32", THIMBLE_WITHIN_TOLERANCE, plain_binary_prepare, maximum_row_f32);
