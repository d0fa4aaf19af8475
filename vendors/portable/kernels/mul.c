#include <thimble/kit/arithmetic.h>

#include "portable_kernels.h"
#include "shared/plain.h"
#include "shared/rows.h"

static inline int32_t product_stored(int32_t a, int32_t b, const thimble_product_quantization *by) {
  const uint32_t product =
      ((uint32_t)a + (uint32_t)by->first_offset) * ((uint32_t)b + (uint32_t)by->second_offset);
  return thimble_store(thimble_requantize((int32_t)product, by->factor), &by->output);
}

ROW_FUNCTION(row_s8, int8_t, thimble_product_quantization, product_stored(a, b, by))
ROW_FUNCTION(row_s16, int16_t, thimble_product_quantization, product_stored(a, b, by))
ROW_FUNCTION(row_s32, int32_t, thimble_range, clamp_s32((uint32_t)a * (uint32_t)b, by))
ROW_FUNCTION(row_f32, float, thimble_range_f32, clamp_f32(a * b, by))

THIMBLE_BINARY_KERNEL(mul_s8, "MUL", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_mul, row_s8);
THIMBLE_BINARY_KERNEL(mul_s16, "MUL", "int16", int16_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_mul, row_s16);
THIMBLE_BINARY_KERNEL(mul_s32, "MUL", "int32", int32_t, THIMBLE_EXACT_AS_STORED, thimble_prepare_arithmetic_s32,
                      row_s32);
THIMBLE_BINARY_KERNEL(mul_f32, "MUL", "float32", float, THIMBLE_WITHIN_TOLERANCE, thimble_prepare_arithmetic_f32,
                      row_f32);
