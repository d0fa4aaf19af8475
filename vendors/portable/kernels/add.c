#include "portable_kernels.h"
#include "shared/plain.h"
#include "shared/stored_sum.h"

ROW_FUNCTION(row_s8, int8_t, thimble_sum_quantization, sum_stored(a, b, 1, by))
ROW_FUNCTION(row_s16, int16_t, thimble_sum_quantization, sum_stored(a, b, 1, by))
/* The reference applies no activation. */
ROW_FUNCTION(row_s32, int32_t, void, (uint32_t)a + (uint32_t)b)
ROW_FUNCTION(row_f32, float, thimble_range_f32, clamp_f32(a + b, by))

THIMBLE_BINARY_KERNEL(add_s8, "ADD", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, row_s8);
THIMBLE_BINARY_KERNEL(add_s16, "ADD", "int16", int16_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, row_s16);
THIMBLE_BINARY_KERNEL(add_s32, "ADD", "int32", int32_t, THIMBLE_EXACT_AS_STORED, thimble_prepare_plain_binary, row_s32);
THIMBLE_BINARY_KERNEL(add_f32, "ADD", "float32", float, THIMBLE_WITHIN_TOLERANCE, thimble_prepare_arithmetic_f32,
                      row_f32);
