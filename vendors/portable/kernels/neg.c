#include <thimble/kit/rescale.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_requantization_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

static inline int32_t negated(int32_t stored, const thimble_rescaling *by) {
  return thimble_store(thimble_requantize(-(stored + by->input_offset), by->positive), &by->output);
}

MAP_INVOKE(invoke_s8, int8_t, int8_t, thimble_rescaling, negated(x, by))
MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_rescaling, negated(x, by))
MAP_INVOKE(invoke_f32, float, float, thimble_count, -x)

THIMBLE_KERNEL(neg_s8, "NEG", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s8);
THIMBLE_KERNEL(neg_s16, "NEG", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke_s16);
THIMBLE_KERNEL(neg_f32, "NEG", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
