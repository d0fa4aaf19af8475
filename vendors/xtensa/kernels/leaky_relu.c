#include "kernels.h"
#include "shared/rescale.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_leaky_relu_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

RESCALE_INVOKE(invoke_s8, &stored_s8, &stored_s8)
RESCALE_INVOKE(invoke_s16, &stored_s16, &stored_s16)

THIMBLE_KERNEL(leaky_relu_s8, "LEAKY_RELU", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = prepare, .invoke = invoke_s8);
THIMBLE_KERNEL(leaky_relu_s16, "LEAKY_RELU", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = prepare, .invoke = invoke_s16);
