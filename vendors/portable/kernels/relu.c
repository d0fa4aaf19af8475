#include <thimble/kit/rescale.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_relu_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

MAP_INVOKE(invoke_s8, int8_t, int8_t, thimble_rescaling, thimble_rescale(x, by))
MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_rescaling, thimble_rescale(x, by))
MAP_INVOKE(invoke_f32, float, float, thimble_count, x < 0 ? 0 : x)

THIMBLE_KERNEL(relu_s8, "RELU", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s8);
THIMBLE_KERNEL(relu_s16, "RELU", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s16);
THIMBLE_KERNEL(relu_f32, "RELU", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
