/* Copies and fills of bytes. */
#ifndef ESP32_COPY_H
#define ESP32_COPY_H

#include <stdint.h>

typedef uint32_t __attribute__((may_alias)) word;

/** Words at a time where both sides are aligned. */
static inline void copy_bytes(int8_t *to, const int8_t *from, int32_t count) {
  int8_t *const end = to + count;
  if ((((uintptr_t)to | (uintptr_t)from) & 3) == 0)
    for (; end - to >= 4; to += 4, from += 4) *(word *)to = *(const word *)from;
  while (to < end) *to++ = *from++;
}

static inline void fill_bytes(int8_t *to, int8_t value, int32_t count) {
  for (int8_t *const end = to + count; to < end; to++) *to = value;
}

#endif
