#include <thimble/kit/arithmetic.h>

#include "portable_kernels.h"
#include "shared/plain.h"
#include "shared/rows.h"

/* Integers have no number for a quotient by 0, and invoke cannot fail. */
static thimble_status supports_s32(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *divisors = thimble_input(node, 1);
  const int32_t *values = divisors->data;
  if (!(host->tensor_info(host, divisors)->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the divisors are no constant");
  for (int32_t i = 0; i < thimble_element_count(divisors); i++) {
    if (values[i] == 0) return thimble_decline(host, "a divisor is 0");
  }
  return THIMBLE_OK;
}

/* Toward zero; -2^31 / -1 is the greatest number there is. */
static inline uint32_t quotient(int32_t a, int32_t b) {
  return a == INT32_MIN && b == -1 ? INT32_MAX : (uint32_t)(a / b);
}

ROW_FUNCTION(row_s32, int32_t, thimble_range, clamp_s32(quotient(a, b), by))
ROW_FUNCTION(row_f32, float, thimble_range_f32, clamp_f32(a / b, by))

static thimble_status invoke_s32(const thimble_host *host, thimble_node *node) {
  (void)host;
  return thimble_for_each_row(node, sizeof(int32_t), row_s32);
}

THIMBLE_KERNEL(div_s32, "DIV", "int32, int32 -> int32", THIMBLE_EXACT_AS_STORED, .supports = supports_s32,
               .prepare = thimble_prepare_arithmetic_s32, .invoke = invoke_s32);
THIMBLE_BINARY_KERNEL(div_f32, "DIV", "float32", float, THIMBLE_WITHIN_TOLERANCE,
                      thimble_prepare_arithmetic_f32, row_f32);
