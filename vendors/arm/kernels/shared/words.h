/* Four int8 at a time. */
#ifndef ARM_WORDS_H
#define ARM_WORDS_H

#include <stdint.h>

/* At an address of a word. */
typedef uint32_t __attribute__((may_alias)) arm_aligned_word;

/* At any address. */
static inline uint32_t arm_load_word(const int8_t *from) {
  uint32_t word;
  __builtin_memcpy(&word, from, 4);
  return word;
}

static inline void arm_store_word(int8_t *to, uint32_t word) { __builtin_memcpy(to, &word, 4); }

/* `count` bytes, less than four, in the low bytes of a word; 0 in the others. */
static inline uint32_t arm_load_bytes(const int8_t *from, int32_t count) {
  uint32_t word = 0;
  for (int32_t i = 0; i < count; i++) word |= (uint32_t)(uint8_t)from[i] << (8 * i);
  return word;
}

/* The last `count` of `length` bytes, less than four: a longer run is read where it ends. */
static inline uint32_t arm_load_last(const int8_t *from, int32_t length, int32_t count) {
  if (length < 4) return arm_load_bytes(from, count);
  return arm_load_word(from + length - 4) >> (8 * (4 - count));
}

#endif
