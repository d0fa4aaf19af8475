#include "arithmetic/elementwise_plain.h"
#include "arithmetic/elementwise_sum.h"
#include "kernels.h"
#include "shared/binary_kernel.h"
#include "shared/sum_kernel.h"

BINARY_KERNEL(add_s8, "ADD", "int8", THIMBLE_EXACT_REQUANTIZED, add_prepare, sum_row_s8);
BINARY_KERNEL(add_s16, "ADD", "int16", THIMBLE_EXACT_REQUANTIZED, add_prepare, sum_row_s16);
BINARY_KERNEL(add_s32, "ADD", "int32", THIMBLE_EXACT_AS_STORED, plain_binary_prepare, add_row_s32);
BINARY_KERNEL(add_f32, "ADD", "float32", THIMBLE_WITHIN_TOLERANCE, arithmetic_prepare_f32, add_row_f32);
