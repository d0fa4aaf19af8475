#include "arm_kernels.h"
#include "shared/extreme_row.h"

static void store_row(const void *params, const thimble_binary_row *row) {
  (void)params;
  arm_store_extremes(row, arm_store_smaller);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return thimble_for_each_row(node, sizeof(int8_t), store_row);
}

THIMBLE_KERNEL(arm_minimum_s8, "MINIMUM", "int8, int8 -> int8", THIMBLE_EXACT_AS_STORED, .supports = arm_supports_extremes,
               .prepare = thimble_prepare_plain_binary, .invoke = invoke);
