#include <thimble/kit/sigmoidal.h>

#include "kernels.h"
#include "shared/look_up.h"
#include "shared/sigmoid.h"

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  return apply_s16(node, tanh_at);
}

THIMBLE_KERNEL(tanh_s8, "TANH", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_tanh_s8, .invoke = look_up_s8);
THIMBLE_KERNEL(tanh_s16, "TANH", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_tanh_s16, .invoke = invoke_s16);
