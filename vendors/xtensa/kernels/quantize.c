#include "kernels.h"
#include "shared/rescale.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_rescaling record = thimble_requantization_of(host, node);
  return thimble_keep_record(host, node, &record, sizeof record);
}

THIMBLE_KERNEL(quantize_s8_s8, "QUANTIZE", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .prepare = prepare,
               .invoke = rescale_s8);
