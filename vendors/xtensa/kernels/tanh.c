#include <thimble/kit/sigmoidal.h>

#include "kernels.h"
#include "shared/look_up.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s8(host, node, &thimble_tanh_s8);
}

THIMBLE_KERNEL(tanh_s8, "TANH", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = look_up_s8);
