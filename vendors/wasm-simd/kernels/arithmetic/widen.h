#ifndef THIMBLE_ARITHMETIC_WIDEN_H
#define THIMBLE_ARITHMETIC_WIDEN_H

#include <stdint.h>
#include "simd.h"

enum { WIDEN_STEP = 8 };

/*
 * Widens `count` int8 values to int16. Nothing is read from `end` on, the end of the tensor; up to seven values are
 * written beyond the last, so a destination needs that slack and is filled in ascending order.
 */
static inline void widen(int16_t *to, const int8_t *from, int32_t count, const int8_t *end) {
  for (; count > 0; count -= WIDEN_STEP) {
    if (__builtin_expect(end - from >= WIDEN_STEP, 1)) {
      wasm_v128_store(to, wasm_i16x8_load8x8(from));
    } else {
      for (int32_t i = 0; i < count; i++) to[i] = from[i];
      return;
    }
    to += WIDEN_STEP;
    from += WIDEN_STEP;
  }
}

/* Fills `count` int16 values, and up to seven more. */
static inline void fill(int16_t *to, int32_t count, int16_t value) {
  const v128_t values = wasm_i16x8_splat(value);
  for (; count > 0; count -= WIDEN_STEP) {
    wasm_v128_store(to, values);
    to += WIDEN_STEP;
  }
}

#endif
