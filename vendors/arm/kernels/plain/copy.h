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

#endif
