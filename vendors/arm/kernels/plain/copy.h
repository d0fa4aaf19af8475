/* Runs of bytes, a word at a time. */
#ifndef ARM_PLAIN_COPY_H
#define ARM_PLAIN_COPY_H

#include "../shared/words.h"

/* Copies a run of bytes, the first one first: to the same place or before it, runs may overlap. */
static inline void arm_copy(int8_t *to, const int8_t *from, int32_t count) {
  int32_t i = 0;
  for (; i + 4 <= count; i += 4) arm_store_word(to + i, arm_load_word(from + i));
  for (; i < count; i++) to[i] = from[i];
}

/* The same of runs that do not overlap, and may be long; words at any address are for cores that load them there. */
#if defined(__ARM_FEATURE_UNALIGNED)
static inline void arm_copy_long(int8_t *to, const int8_t *from, int32_t count) {
  for (; count >= 16; count -= 16, to += 16, from += 16) {
    arm_store_word(to, arm_load_word(from));
    arm_store_word(to + 4, arm_load_word(from + 4));
    arm_store_word(to + 8, arm_load_word(from + 8));
    arm_store_word(to + 12, arm_load_word(from + 12));
  }
  arm_copy(to, from, count);
}
#else
static inline void arm_copy_long(int8_t *to, const int8_t *from, int32_t count) {
  __builtin_memcpy(to, from, (uint32_t)count);
}
#endif

/* Stores copies of a word's bytes, in their order. */
static inline void arm_fill(int8_t *to, uint32_t word, int32_t count) {
  for (; count > 0 && ((uintptr_t)to & 3) != 0; count--, word = word >> 8 | word << 24) *to++ = (int8_t)word;
  for (; count >= 16; count -= 16, to += 16) {
    arm_aligned_word *const words = (arm_aligned_word *)to;
    words[0] = word;
    words[1] = word;
    words[2] = word;
    words[3] = word;
  }
  for (; count >= 4; count -= 4, to += 4) *(arm_aligned_word *)to = word;
  for (; count > 0; count--, word >>= 8) *to++ = (int8_t)word;
}

#endif
