#include <thimble/kit/unary.h>

#include "portable_kernels.h"

/* The square root, rounded down, bit by bit from the greatest; what is left of n in `rest`. */
static uint32_t square_root(uint64_t n, uint64_t *rest) {
  uint64_t root = 0, bit = UINT64_C(1) << 62;
  while (bit > n) bit >>= 2;
  for (; bit != 0; bit >>= 2) {
    const uint64_t trial = root + bit;
    root >>= 1;
    if (n >= trial) {
      n -= trial;
      root += bit;
    }
  }
  *rest = n;
  return (uint32_t)root;
}

/* To the nearest integer; what would round up to 2^16 from fewer than 2^32, or to 2^32, is rounded down. */
static uint32_t rounded_square_root(uint64_t n) {
  const uint32_t greatest = n >> 32 == 0 ? UINT16_MAX : UINT32_MAX;
  uint64_t rest;
  const uint32_t root = square_root(n, &rest);
  return rest > root && root < greatest ? root + 1 : root;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const int32_t count = ((const thimble_count *)node->data)->count;
  const uint64_t *input = thimble_input(node, 0)->data;
  const int32_t shift = *(const int32_t *)thimble_input(node, 1)->data & 31;
  uint32_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < count; i++) output[i] = rounded_square_root(input[i]) >> shift;
  return THIMBLE_OK;
}

THIMBLE_KERNEL(signal_filter_bank_square_root_u64, "SignalFilterBankSquareRoot", "uint64, int32 -> uint32",
               THIMBLE_EXACT_AS_STORED, .prepare = thimble_prepare_count, .invoke = invoke);
