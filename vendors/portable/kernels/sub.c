#include "portable_kernels.h"
#include "shared/plain.h"
#include "shared/stored_sum.h"

ROW_FUNCTION(row_s8, int8_t, thimble_sum_quantization, sum_stored(a, b, UINT32_MAX, by))
ROW_FUNCTION(row_s16, int16_t, thimble_sum_quantization, sum_stored(a, b, UINT32_MAX, by))
ROW_FUNCTION(row_s32, int32_t, thimble_range, clamp_s32((uint32_t)a - (uint32_t)b, by))
ROW_FUNCTION(row_f32, float, thimble_range_f32, clamp_f32(a - b, by))

THIMBLE_BINARY_KERNEL(sub_s8, "SUB", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_sub, row_s8);
THIMBLE_BINARY_KERNEL(sub_s16, "SUB", "int16", int16_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_sub, row_s16);
THIMBLE_BINARY_KERNEL(sub_s32, "SUB", "int32", int32_t, THIMBLE_EXACT_AS_STORED, thimble_prepare_arithmetic_s32,
                      row_s32);
THIMBLE_BINARY_KERNEL(sub_f32, "SUB", "float32", float, THIMBLE_WITHIN_TOLERANCE, thimble_prepare_arithmetic_f32,
                      row_f32);
