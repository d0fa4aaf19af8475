#include <thimble/kit/quantize.h>

#include "portable_kernels.h"
#include "shared/map.h"

#define DEQUANTIZE_KERNEL(suffix, from, type_list)                                                                  \
  MAP_INVOKE(invoke_##suffix, from, float, thimble_quantize, thimble_dequantized(x, by))                            \
  THIMBLE_KERNEL(dequantize_##suffix, "DEQUANTIZE", type_list, THIMBLE_WITHIN_TOLERANCE,                            \
                 .prepare = thimble_prepare_dequantize, .invoke = invoke_##suffix)

DEQUANTIZE_KERNEL(s8, int8_t, "int8 -> float32");
DEQUANTIZE_KERNEL(u8, uint8_t, "uint8 -> float32");
DEQUANTIZE_KERNEL(s16, int16_t, "int16 -> float32");
