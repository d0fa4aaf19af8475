#include <thimble/kit/unary.h>
#include <thimble/params.h>

#include "portable_kernels.h"
#include "shared/map.h"

/* From one type to each of the others that CAST of integers gives. */
#define CAST_FROM(suffix, from)                                                                        \
  MAP_INVOKE(from_##suffix##_to_s8, from, int8_t, thimble_count, x)                                    \
  MAP_INVOKE(from_##suffix##_to_s16, from, int16_t, thimble_count, x)                                  \
  MAP_INVOKE(from_##suffix##_to_s32, from, int32_t, thimble_count, x)                                  \
  MAP_INVOKE(from_##suffix##_to_f32, from, float, thimble_count, x)                                    \
  static thimble_status from_##suffix(const thimble_host *host, thimble_node *node) {                  \
    switch (thimble_output(node, 0)->type) {                                                         \
      case THIMBLE_TYPE_INT8:                                                                        \
        return from_##suffix##_to_s8(host, node);                                                      \
      case THIMBLE_TYPE_INT16:                                                                       \
        return from_##suffix##_to_s16(host, node);                                                     \
      case THIMBLE_TYPE_FLOAT32:                                                                     \
        return from_##suffix##_to_f32(host, node);                                                     \
      default:                                                                                       \
        return from_##suffix##_to_s32(host, node);                                                     \
    }                                                                                                \
  }

CAST_FROM(s8, int8_t)
CAST_FROM(u8, uint8_t)
CAST_FROM(s16, int16_t)
CAST_FROM(s32, int32_t)
CAST_FROM(u32, uint32_t)

#define TO " -> int8|int16|int32|uint32|float32"

/* A cast to more than as many bits may not lie where the input does: no in_place. */
#define CAST_KERNEL(suffix, name)                                                                      \
  THIMBLE_KERNEL(cast_##suffix, "CAST", name TO, THIMBLE_EXACT_AS_STORED,                              \
                 .prepare = thimble_prepare_count, .invoke = from_##suffix)

CAST_KERNEL(s8, "int8");
CAST_KERNEL(s16, "int16");
CAST_KERNEL(s32, "int32");
CAST_KERNEL(u32, "uint32");
THIMBLE_KERNEL(cast_bool, "CAST", "bool" TO, THIMBLE_EXACT_AS_STORED, .prepare = thimble_prepare_count,
               .invoke = from_u8);
