/* Copies and fills of bytes. */
#ifndef ESP32_COPY_H
#define ESP32_COPY_H

#include <stdint.h>

#include "keep_order.h"

typedef uint32_t __attribute__((may_alias)) word;

/** Words at a time where both sides are aligned. */
static inline void copy_bytes(int8_t *to, const int8_t *from, int32_t count) {
  int8_t *const end = to + count;
  if ((((uintptr_t)to | (uintptr_t)from) & 3) == 0)
    for (; end - to >= 4; to += 4, from += 4) *(word *)to = *(const word *)from;
  for (; end - to >= 4; to += 4, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = from[3];
  while (to < end) {
    *to++ = *from++;
    KEEP_ORDER();
  }
}

/** A byte again and again, as a loop and not as a call of memset. */
static inline void fill_bytes(int8_t *to, int8_t value, int32_t count) {
  for (int8_t *const end = to + count; to < end; to++) {
    *to = value;
    KEEP_ORDER();
  }
}

#endif
