/* The doubling high multiply of a sum, rounded half up, in the instructions that the core has. */
#ifndef ESP32_PLAIN_HIGH_MULTIPLY_H
#define ESP32_PLAIN_HIGH_MULTIPLY_H

#include <stdint.h>

#if defined(__xtensa__)

/* Xtensa's compilers call a function for a product of 64 bits: here it is in four of 32, of halves with signs. */
static inline int32_t low_half(int32_t x) { return (int16_t)x; }
static inline int32_t high_half(int32_t x) { return (x >> 16) + ((x >> 15) & 1); }

/** (x * doubled / 2 + 2^30) / 2^31: the rounding bit is added to the products that reach bits 16 to 47. */
static inline int32_t high_multiply(int32_t x, uint32_t doubled) {
  const int32_t multiplier = (int32_t)(doubled >> 1);
  const int32_t x0 = low_half(x), x1 = high_half(x), m0 = low_half(multiplier), m1 = high_half(multiplier);
  const int32_t middle = x1 * m0 + x0 * m1 + ((x0 * m0) >> 16);
  return (int32_t)(2 * (uint32_t)(x1 * m1) + (uint32_t)((middle + (1 << 14)) >> 15));
}

#else

/** The upper half of x * doubled: a signed by unsigned multiplication for each half of the product. */
static inline int32_t high_multiply(int32_t x, uint32_t doubled) {
  const int64_t product = (int64_t)x * (int64_t)(uint64_t)doubled;
  return (int32_t)(product >> 32) + (int32_t)((uint32_t)product >> 31);
}

#endif

#endif
