/* Copies and fills of few bytes, as loops: a call of memcpy or memset takes longer. */
#ifndef THIMBLE_KIT_COPY_BYTES_H
#define THIMBLE_KIT_COPY_BYTES_H

#include <stdint.h>

typedef uint32_t __attribute__((may_alias)) thimble_word;

/** Keeps compilers from making a library's call of a loop, and loads behind it from moving before it. */
#define THIMBLE_KEEP_ORDER() __asm__ volatile("" ::: "memory")

/** Words at a time where both sides are aligned. */
static inline void thimble_copy_bytes(int8_t *to, const int8_t *from, int32_t count) {
  int8_t *const end = to + count;
  if ((((uintptr_t)to | (uintptr_t)from) & 3) == 0)
    for (; end - to >= 4; to += 4, from += 4) *(thimble_word *)to = *(const thimble_word *)from;
  for (; end - to >= 4; to += 4, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = from[3];
  while (to < end) {
    *to++ = *from++;
    THIMBLE_KEEP_ORDER();
  }
}

static inline void thimble_fill_bytes(int8_t *to, int8_t value, int32_t count) {
  for (int8_t *const end = to + count; to < end; to++) {
    *to = value;
    THIMBLE_KEEP_ORDER();
  }
}

#endif
