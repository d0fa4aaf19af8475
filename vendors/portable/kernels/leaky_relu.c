#include <thimble/kit/rescale.h>
#include <thimble/kit/unary.h>

#include "portable_kernels.h"
#include "shared/map.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_leaky_relu_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

static inline float alpha_of(const thimble_node *node) {
  return ((const thimble_leaky_relu_params *)node->params)->alpha;
}

MAP_INVOKE(invoke_s8, int8_t, int8_t, thimble_rescaling, thimble_rescale_piecewise(x, by))
MAP_INVOKE(invoke_s16, int16_t, int16_t, thimble_rescaling, thimble_rescale_piecewise(x, by))
MAP_INVOKE(invoke_f32, float, float, thimble_count, x < 0 ? x * alpha_of(node) : x)

THIMBLE_KERNEL(leaky_relu_s8, "LEAKY_RELU", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = prepare, .invoke = invoke_s8);
THIMBLE_KERNEL(leaky_relu_s16, "LEAKY_RELU", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = prepare, .invoke = invoke_s16);
THIMBLE_KERNEL(leaky_relu_f32, "LEAKY_RELU", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, .in_place = 1,
               .prepare = thimble_prepare_count, .invoke = invoke_f32);
