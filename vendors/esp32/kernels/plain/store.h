/* Sums to stored outputs in plain C. */
#ifndef ESP32_PLAIN_STORE_H
#define ESP32_PLAIN_STORE_H

#include <thimble/kit/output_quantization.h>

#include "../shared/channels.h"
#include "high_multiply.h"

/**
 * x / 2^exponent, half away from zero, exponent > 0: all but the last bit are shifted out of x, less 1 where it is
 * negative, and half a unit is added. |x| < 2^31 - 1, as every high product is.
 */
static inline int32_t divide_by_pot(int32_t x, int32_t exponent) {
  return (((x + (x >> 31)) >> (exponent - 1)) + 1) >> 1;
}

/** A channel's sum in the output's scale. Few factors are 1/2 or more. */
static inline int32_t scale_sum(uint32_t sum, channel by) {
  if (__builtin_expect(by.right > 0, 1))
    return divide_by_pot(high_multiply((int32_t)sum, by.doubled), by.right);
  return high_multiply((int32_t)(sum << (-by.right & 31)), by.doubled);
}

/** The stored output. By value: what an int8 is stored over is loaded anew. */
static inline int8_t store_sum(uint32_t sum, channel by, thimble_output_quantization output) {
  return (int8_t)thimble_store(scale_sum(sum, by), &output);
}

#endif
