#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"
#include "shared/plain.h"

MAP_INVOKE(invoke_s8, int8_t, int8_t, thimble_stored_clamp, thimble_clamp(x, by->range.min, by->range.max))
MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_stored_clamp, thimble_clamp(x, by->range.min, by->range.max))
MAP_INVOKE(invoke_f32, float, float, thimble_count, x < 0 ? 0 : x > 6 ? 6 : x)

THIMBLE_KERNEL(relu6_s8, "RELU6", "int8 -> int8", THIMBLE_EXACT_AS_STORED, .in_place = 1,
               .prepare = thimble_prepare_relu6, .invoke = invoke_s8);
THIMBLE_KERNEL(relu6_s16, "RELU6", "int16 -> int16", THIMBLE_EXACT_AS_STORED, .in_place = 1,
               .prepare = thimble_prepare_relu6, .invoke = invoke_s16);
THIMBLE_KERNEL(relu6_f32, "RELU6", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
