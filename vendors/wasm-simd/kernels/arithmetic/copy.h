#ifndef THIMBLE_ARITHMETIC_COPY_H
#define THIMBLE_ARITHMETIC_COPY_H

#include <stdint.h>
#include "simd.h"

/* From here on the engine's own routine is faster, although calling it costs more than copying a line. */
enum { LONG_COPY_BYTES = 256 };

/* Copies count bytes, 0 < count < 16, as one to four powers of two. */
static inline void copy_few(int8_t *to, const int8_t *from, int32_t count) {
  if (count & 8) {
    __builtin_memcpy(to, from, 8);
    to += 8;
    from += 8;
  }
  if (count & 4) {
    __builtin_memcpy(to, from, 4);
    to += 4;
    from += 4;
  }
  if (count & 2) {
    __builtin_memcpy(to, from, 2);
    to += 2;
    from += 2;
  }
  if (count & 1) *to = *from;
}

/* The same of fewer than 64 bytes, in a function of its own. */
void copy_short(void *to, const void *from, int32_t count);

/* Copies bytes that do not overlap. */
static inline void copy_bytes(void *target, const void *source, int32_t count) {
  int8_t *to = target;
  const int8_t *from = source;
  if (count >= LONG_COPY_BYTES) {
    __builtin_memcpy(to, from, (uint32_t)count);
    return;
  }
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) wasm_v128_store(to + i, wasm_v128_load(from + i));
  if (i < count) copy_few(to + i, from + i, count - i);
}

#endif
