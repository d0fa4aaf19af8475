#include <thimble/kit/divide.h>
#include <thimble/kit/pool.h>
#include <thimble/kit/requantize.h>

#include "portable_kernels.h"
#include "shared/plain.h"
#include "shared/pool_taps.h"

/* Invoke of a type: `store` makes an output of a window's sum over one channel, of `count` taps. */
#define AVERAGE_POOL_INVOKE(type, element, sum_type, store)                                          \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                \
    (void)host;                                                                                      \
    const thimble_pool *pool = node->data;                                                           \
    const element *input = thimble_input(node, 0)->data;                                             \
    element *output = thimble_output(node, 0)->data;                                                 \
    THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {                                                    \
      const int32_t count = taps_inside(&at);                                                        \
      for (int32_t channel = 0; channel < pool->windows.depth; channel++) {                          \
        sum_type sum = 0;                                                                            \
        FOR_EACH_TAP(&pool->windows, at, input + at.start + channel, tap) sum += (sum_type)*tap;     \
        *output++ = (element)(store);                                                                \
      }                                                                                              \
    }                                                                                                \
    return THIMBLE_OK;                                                                               \
  }

AVERAGE_POOL_INVOKE(s8, int8_t, int32_t,
                    thimble_clamp(thimble_rounding_divide(sum, count), pool->range.min, pool->range.max))
AVERAGE_POOL_INVOKE(s16, int16_t, int32_t,
                    thimble_clamp(thimble_rounding_divide(sum, count), pool->range.min, pool->range.max))
AVERAGE_POOL_INVOKE(f32, float, float, clamp_f32(sum / (float)count, &pool->clamp))

THIMBLE_KERNEL(average_pool_2d_s8, "AVERAGE_POOL_2D", "int8 -> int8", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke_s8);
THIMBLE_KERNEL(average_pool_2d_s16, "AVERAGE_POOL_2D", "int16 -> int16", THIMBLE_EXACT_AS_STORED,
               .prepare = thimble_prepare_pool, .invoke = invoke_s16);
THIMBLE_KERNEL(average_pool_2d_f32, "AVERAGE_POOL_2D", "float32 -> float32", THIMBLE_WITHIN_TOLERANCE,
               .prepare = thimble_prepare_pool, .invoke = invoke_f32);
