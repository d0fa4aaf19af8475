#include <thimble/kit/exp.h>
#include <thimble/kit/sigmoidal.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

static thimble_status prepare_s8(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s8(host, node, &thimble_logistic_s8);
}

static thimble_status prepare_s16(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s16(host, node, 0);
}

MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_sigmoidal_s16,
           thimble_sigmoid_at(thimble_table_argument(x, by->argument)))
MAP_INVOKE(invoke_f32, float, float, thimble_count, thimble_logistic_f32(x))

THIMBLE_TABLE_KERNEL(logistic_s8, "LOGISTIC", prepare_s8);
THIMBLE_KERNEL(logistic_s16, "LOGISTIC", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = prepare_s16, .invoke = invoke_s16);
THIMBLE_KERNEL(logistic_f32, "LOGISTIC", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
