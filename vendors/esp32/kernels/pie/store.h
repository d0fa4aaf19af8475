/* Sums to stored outputs in the core's instructions: no vector instruction multiplies 32 bits. */
#ifndef ESP32_PIE_STORE_H
#define ESP32_PIE_STORE_H

#include <thimble/kit/output_quantization.h>

#include "../shared/channels.h"
#include "lx7.h"

/** The doubling high multiply by half of `doubled`, rounded half up: bits 31 and on of the product, and bit 30. */
static inline int32_t high_multiply(int32_t x, uint32_t doubled) {
  const int32_t multiplier = lx7_srli(doubled, 1);
  const int32_t high = lx7_mulsh(x, multiplier), low = lx7_mull(x, multiplier);
  return lx7_add(lx7_addx2(high, lx7_extui(low, 31, 1)), lx7_extui(low, 30, 1));
}

/** x / 2^exponent, half away from zero, exponent > 0; |x| < 2^31 - 1, as every high product is. */
static inline int32_t divide_by_pot(int32_t x, int32_t exponent) {
  const int32_t shift = lx7_set_shift(lx7_add(exponent, -1));
  return lx7_srai(lx7_add(lx7_sra(lx7_add(x, lx7_srai(x, 31)), shift), 1), 1);
}

/** A channel's sum in the output's scale. */
static inline int32_t scale_sum(uint32_t sum, channel by) {
  if (by.right > 0) return divide_by_pot(high_multiply((int32_t)sum, by.doubled), by.right);
  return high_multiply(lx7_sll((int32_t)sum, lx7_set_shift(-by.right)), by.doubled);
}

/** The stored output. */
static inline int8_t store_sum(uint32_t sum, channel by, thimble_output_quantization output) {
  const int32_t value = lx7_add(scale_sum(sum, by), output.zero_point);
  return (int8_t)lx7_min(lx7_max(value, output.range.min), output.range.max);
}

/** Stores a channel's output: of the sum of its products, without its bias. */
static inline void store_channel(int32_t products, const channel *from, const thimble_output_quantization *output,
                                 int8_t *to) {
  const channel by = {(uint32_t)lx7_l32i(&from->bias), (uint32_t)lx7_l32i(&from->doubled), lx7_l32i(&from->right)};
  lx7_s8i(store_sum((uint32_t)lx7_add(products, (int32_t)by.bias), by, *output), to);
}

#endif
