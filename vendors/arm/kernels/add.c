#include "arm_kernels.h"
#include "shared/add_row.h"


static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const arm_sum sum = arm_sum_of(thimble_sum_quantization_of(host, node, 0));
  return arm_supports_sum(host, node, &sum);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const arm_sum sum = arm_sum_of(thimble_sum_quantization_of(host, node, 0));
  return thimble_prepare_broadcast(host, node, &sum, sizeof sum);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return thimble_for_each_row(node, sizeof(int8_t), arm_add_row);
}

THIMBLE_KERNEL(arm_add_s8, "ADD", "int8, int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .supports = supports,
               .prepare = prepare, .invoke = invoke);
