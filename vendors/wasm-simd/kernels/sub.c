#include "arithmetic/elementwise_plain.h"
#include "arithmetic/elementwise_sum.h"
#include "kernels.h"
#include "shared/binary_kernel.h"
#include "shared/sum_kernel.h"

BINARY_KERNEL(sub_s8, "SUB", "int8", THIMBLE_EXACT_REQUANTIZED, sub_prepare, sum_row_s8);
BINARY_KERNEL(sub_s16, "SUB", "int16", THIMBLE_EXACT_REQUANTIZED, sub_prepare, sum_row_s16);
BINARY_KERNEL(sub_s32, "SUB", "int32", THIMBLE_EXACT_AS_STORED, arithmetic_prepare_s32, sub_row_s32);
BINARY_KERNEL(sub_f32, "SUB", "float32", THIMBLE_WITHIN_TOLERANCE, arithmetic_prepare_f32, sub_row_f32);
