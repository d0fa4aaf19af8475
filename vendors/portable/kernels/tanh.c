#include <thimble/kit/exp.h>
#include <thimble/kit/sigmoidal.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_sigmoidal_s16,
           thimble_tanh_at(thimble_table_argument(x, by->argument)))
MAP_INVOKE(invoke_f32, float, float, thimble_count, thimble_tanh_f32(x))

THIMBLE_TABLE_KERNEL(tanh_s8, "TANH", thimble_prepare_tanh_s8);
THIMBLE_KERNEL(tanh_s16, "TANH", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_tanh_s16, .invoke = invoke_s16);
THIMBLE_KERNEL(tanh_f32, "TANH", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
