#include <thimble/kit/exp.h>
#include <thimble/kit/sigmoidal.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_sigmoidal_s16,
           thimble_sigmoid_at(thimble_table_argument(x, by->argument)))
MAP_INVOKE(invoke_f32, float, float, thimble_count, thimble_logistic_f32(x))

THIMBLE_TABLE_KERNEL(logistic_s8, "LOGISTIC", thimble_prepare_logistic_s8);
THIMBLE_KERNEL(logistic_s16, "LOGISTIC", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_logistic_s16, .invoke = invoke_s16);
THIMBLE_KERNEL(logistic_f32, "LOGISTIC", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
