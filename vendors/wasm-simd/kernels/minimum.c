#include "arithmetic/elementwise_plain.h"
#include "kernels.h"
#include "shared/binary_kernel.h"

BINARY_KERNEL(minimum_s8, "MINIMUM", "int8", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, minimum_row_s8);
BINARY_KERNEL(minimum_s16, "MINIMUM", "int16", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, minimum_row_s16);
BINARY_KERNEL(minimum_s32, "MINIMUM", "int32", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, minimum_row_s32);
BINARY_KERNEL(minimum_f32, "MINIMUM", "float32", THIMBLE_WITHIN_TOLERANCE, plain_binary_prepare, minimum_row_f32);
