#ifndef THIMBLE_ARITHMETIC_WIDE_SUMS_H
#define THIMBLE_ARITHMETIC_WIDE_SUMS_H

#include <stdint.h>
#include "simd.h"

/* Adds four sums of 32 bits to four of 64. */
static inline void add_wide(int64_t *wide, v128_t sum) {
  wasm_v128_store(wide, wasm_i64x2_add(wasm_v128_load(wide), wasm_i64x2_extend_low_i32x4(sum)));
  wasm_v128_store(wide + 2, wasm_i64x2_add(wasm_v128_load(wide + 2), wasm_i64x2_extend_high_i32x4(sum)));
}

#endif
