/* QACC's sums of 20 bits, brought to sums of 32 bits. */
#ifndef ESP32_PIE_SUMS_H
#define ESP32_PIE_SUMS_H

#include "lx7.h"
#include "pie.h"

enum { PIE_SUM_BITS = 20 };

/* Sum i of 8, from the words that the register is read in. */
static inline int32_t unpack_sum(const int32_t words[5], int32_t i) {
  const int32_t word = i * PIE_SUM_BITS / 32, bit = i * PIE_SUM_BITS % 32, unused = 32 - PIE_SUM_BITS - bit;
  if (bit == 0) return lx7_sext(words[word], PIE_SUM_BITS - 1);
  if (unused == 0) return lx7_srai(words[word], 32 - PIE_SUM_BITS);
  if (unused > 0) return lx7_srai(lx7_slli(words[word], unused), 32 - PIE_SUM_BITS);
  return lx7_sext(lx7_src(words[word + 1], words[word], bit), PIE_SUM_BITS - 1);
}

/** Adds QACC's first `count` sums to those in memory. */
static inline void add_sums(const pie_qacc *qacc, int32_t *sums, int32_t count) {
  for (int32_t half = 0; half < count; half += 8) {
    int32_t words[5];
    for (int32_t i = 0; i < 5; i++) words[i] = pie_rur_qacc(qacc->lane + half, i);
    for (int32_t i = 0; i < 8 && half + i < count; i++)
      lx7_s32i(lx7_add(lx7_l32i(&sums[half + i]), unpack_sum(words, i)), &sums[half + i]);
  }
}

/** Sets sums to 0. */
static inline void clear_sums(int32_t *sums, int32_t count) {
  for (int32_t i = 0; i < count; i++) lx7_s32i(0, &sums[i]);
}

#endif
