#include <thimble/kit/quantize.h>

#include "kernels.h"
#include "shared/rescale.h"

/* Of integers that 16 bits hold. */
#define REQUANTIZE_KERNEL(from, to, type_list)                                               \
  RESCALE_INVOKE(invoke_##from##_##to, &stored_##from, &stored_##to)                         \
  THIMBLE_KERNEL(quantize_##from##_##to, "QUANTIZE", type_list, THIMBLE_EXACT_REQUANTIZED,   \
                 .prepare = thimble_prepare_requantize, .invoke = invoke_##from##_##to)

REQUANTIZE_KERNEL(s8, s8, "int8 -> int8");
REQUANTIZE_KERNEL(s8, u8, "int8 -> uint8");
REQUANTIZE_KERNEL(s8, s16, "int8 -> int16");
REQUANTIZE_KERNEL(s8, s32, "int8 -> int32");
REQUANTIZE_KERNEL(u8, s8, "uint8 -> int8");
REQUANTIZE_KERNEL(s16, s8, "int16 -> int8");
REQUANTIZE_KERNEL(s16, s16, "int16 -> int16");
REQUANTIZE_KERNEL(s16, s32, "int16 -> int32");
