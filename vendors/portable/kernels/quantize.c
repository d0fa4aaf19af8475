#include <thimble/kit/quantize.h>

#include "portable_kernels.h"
#include "shared/map.h"

#define FLOAT_KERNEL(suffix, to, type_list)                                                                       \
  MAP_INVOKE(invoke_##suffix, float, to, thimble_quantize, thimble_quantized(x, by))                              \
  THIMBLE_KERNEL(quantize_##suffix, "QUANTIZE", type_list, THIMBLE_EXACT_REQUANTIZED,                             \
                 .prepare = thimble_prepare_quantize, .invoke = invoke_##suffix)

#define INTEGER_KERNEL(suffix, from, to, type_list)                                                               \
  MAP_INVOKE(invoke_##suffix, from, to, thimble_rescaling, thimble_rescale(x, by))                                \
  THIMBLE_KERNEL(quantize_##suffix, "QUANTIZE", type_list, THIMBLE_EXACT_REQUANTIZED,                             \
                 .prepare = thimble_prepare_requantize, .invoke = invoke_##suffix)

FLOAT_KERNEL(f32_s8, int8_t, "float32 -> int8");
FLOAT_KERNEL(f32_u8, uint8_t, "float32 -> uint8");
FLOAT_KERNEL(f32_s16, int16_t, "float32 -> int16");
INTEGER_KERNEL(s8_s8, int8_t, int8_t, "int8 -> int8");
INTEGER_KERNEL(s8_u8, int8_t, uint8_t, "int8 -> uint8");
INTEGER_KERNEL(s8_s16, int8_t, int16_t, "int8 -> int16");
INTEGER_KERNEL(s8_s32, int8_t, int32_t, "int8 -> int32");
INTEGER_KERNEL(u8_s8, uint8_t, int8_t, "uint8 -> int8");
INTEGER_KERNEL(s16_s8, int16_t, int8_t, "int16 -> int8");
INTEGER_KERNEL(s16_s16, int16_t, int16_t, "int16 -> int16");
INTEGER_KERNEL(s16_s32, int16_t, int32_t, "int16 -> int32");
INTEGER_KERNEL(s32_s8, int32_t, int8_t, "int32 -> int8");
INTEGER_KERNEL(s32_s16, int32_t, int16_t, "int32 -> int16");
