#include <thimble/kit/sigmoidal.h>

#include "kernels.h"
#include "shared/look_up.h"
#include "shared/sigmoid.h"

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  return apply_s16(node, sigmoid_at);
}

THIMBLE_KERNEL(logistic_s8, "LOGISTIC", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_logistic_s8, .invoke = look_up_s8);
THIMBLE_KERNEL(logistic_s16, "LOGISTIC", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_logistic_s16, .invoke = invoke_s16);
