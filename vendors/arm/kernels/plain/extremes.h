/* The greater, or the smaller, of two numbers, four a word where all are aligned. */
#ifndef ARM_PLAIN_EXTREMES_H
#define ARM_PLAIN_EXTREMES_H

#include "../shared/words.h"

enum { ARM_EXTREMES = 4 };

/* All bits of each byte of a that is not less than that of b; a byte's lower bits are compared by themselves. */
static inline uint32_t arm_not_less(uint32_t a, uint32_t b) {
  const uint32_t signs = UINT32_C(0x80808080);
  const uint32_t lower = (a | signs) - (b & ~signs);
  const uint32_t not_less = ((b & ~a) | (lower & ~(a ^ b))) & signs;
  return (not_less << 1) - (not_less >> 7);
}

static inline uint32_t arm_greater_bytes(uint32_t a, uint32_t b) { return b ^ ((a ^ b) & arm_not_less(a, b)); }
static inline uint32_t arm_smaller_bytes(uint32_t a, uint32_t b) { return a ^ ((a ^ b) & arm_not_less(a, b)); }

#define ARM_STORE_EXTREMES(name, extreme, beyond)                                                                  \
  static inline void name(const int8_t *a, const int8_t *b, int32_t step, int32_t length, int8_t *output) {        \
    const int8_t *const end = a + length;                                                                          \
    if ((((uintptr_t)a | (uintptr_t)b | (uintptr_t)output) & 3) == 0) {                                            \
      for (; end - a >= ARM_EXTREMES; a += ARM_EXTREMES, b += step, output += ARM_EXTREMES) {                      \
        *(arm_aligned_word *)output = extreme(*(const arm_aligned_word *)a, *(const arm_aligned_word *)b);         \
      }                                                                                                            \
    }                                                                                                              \
    for (; a < end; a++, b += step / ARM_EXTREMES, output++) *output = *a beyond *b ? *a : *b;                     \
  }

ARM_STORE_EXTREMES(arm_store_greater, arm_greater_bytes, >)
ARM_STORE_EXTREMES(arm_store_smaller, arm_smaller_bytes, <)

#endif
