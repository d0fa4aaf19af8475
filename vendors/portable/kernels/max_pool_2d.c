#include <thimble/kit/pool.h>

#include "portable_kernels.h"
#include "shared/pool_taps.h"

/* Invoke of a type: the greatest tap, clamped to `range`. */
#define MAX_POOL_INVOKE(type, element, bounds)                                                       \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                \
    (void)host;                                                                                      \
    const thimble_pool *pool = node->data;                                                           \
    const element *input = thimble_input(node, 0)->data;                                             \
    element *output = thimble_output(node, 0)->data;                                                 \
    const element min = (element)pool->bounds.min, max = (element)pool->bounds.max;                  \
    THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {                                                    \
      for (int32_t channel = 0; channel < pool->windows.depth; channel++) {                          \
        element greatest = min;                                                                      \
        FOR_EACH_TAP(&pool->windows, at, input + at.start + channel, tap) {                          \
          if (*tap > greatest) greatest = *tap;                                                      \
        }                                                                                            \
        *output++ = greatest > max ? max : greatest;                                                 \
      }                                                                                              \
    }                                                                                                \
    return THIMBLE_OK;                                                                               \
  }

MAX_POOL_INVOKE(s8, int8_t, range)
MAX_POOL_INVOKE(s16, int16_t, range)
MAX_POOL_INVOKE(f32, float, clamp)

THIMBLE_KERNEL(max_pool_2d_s8, "MAX_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke_s8);
THIMBLE_KERNEL(max_pool_2d_s16, "MAX_POOL_2D", "int16 -> int16", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke_s16);
THIMBLE_KERNEL(max_pool_2d_f32, "MAX_POOL_2D", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE,
               .prepare = thimble_prepare_pool, .invoke = invoke_f32);
