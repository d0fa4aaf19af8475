#include "arm_kernels.h"
#include "shared/mul_row.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const arm_product product = arm_product_of(thimble_product_quantization_of(host, node));
  return arm_supports_product(host, node, &product);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const arm_product product = arm_product_of(thimble_product_quantization_of(host, node));
  return thimble_prepare_broadcast(host, node, &product, sizeof product);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  return thimble_for_each_row(node, sizeof(int8_t), arm_multiply_stored_row);
}

THIMBLE_KERNEL(arm_mul_s8, "MUL", "int8, int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .supports = supports,
               .prepare = prepare, .invoke = invoke);
