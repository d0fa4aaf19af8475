#include <thimble/kit/arithmetic.h>

#include "portable_kernels.h"
#include "shared/rows.h"

ROW_FUNCTION(row_s8, int8_t, void, a < b ? a : b)
ROW_FUNCTION(row_s16, int16_t, void, a < b ? a : b)
ROW_FUNCTION(row_s32, int32_t, void, a < b ? a : b)
ROW_FUNCTION(row_f32, float, void, a < b ? a : b)

THIMBLE_BINARY_KERNEL(minimum_s8, "MINIMUM", "int8", int8_t, THIMBLE_EXACT_AS_STORED,
                      thimble_prepare_plain_binary, row_s8);
THIMBLE_BINARY_KERNEL(minimum_s16, "MINIMUM", "int16", int16_t, THIMBLE_EXACT_AS_STORED,
                      thimble_prepare_plain_binary, row_s16);
THIMBLE_BINARY_KERNEL(minimum_s32, "MINIMUM", "int32", int32_t, THIMBLE_EXACT_AS_STORED,
                      thimble_prepare_plain_binary, row_s32);
THIMBLE_BINARY_KERNEL(minimum_f32, "MINIMUM", "float32", float, THIMBLE_WITHIN_TOLERANCE,
                      thimble_prepare_plain_binary, row_f32);
