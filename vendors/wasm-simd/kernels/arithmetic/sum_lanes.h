#ifndef THIMBLE_ARITHMETIC_SUM_LANES_H
#define THIMBLE_ARITHMETIC_SUM_LANES_H

#include <stdint.h>
#include "simd.h"

#include "inlined.h"

INLINED int32_t sum_of_lanes_s32(v128_t x) {
  const v128_t pairs = wasm_i32x4_add(x, wasm_i32x4_shuffle(x, x, 2, 3, 0, 1));
  return wasm_i32x4_extract_lane(wasm_i32x4_add(pairs, wasm_i32x4_shuffle(pairs, pairs, 1, 0, 3, 2)), 0);
}

INLINED float sum_of_lanes_f32(v128_t x) {
  const v128_t pairs = wasm_f32x4_add(x, wasm_i32x4_shuffle(x, x, 2, 3, 0, 1));
  return wasm_f32x4_extract_lane(wasm_f32x4_add(pairs, wasm_i32x4_shuffle(pairs, pairs, 1, 0, 3, 2)), 0);
}

INLINED int64_t sum_of_lanes_s64(v128_t x) { return wasm_i64x2_extract_lane(x, 0) + wasm_i64x2_extract_lane(x, 1); }

/* Adds four numbers of 32 bits to two of 64. */
INLINED v128_t add_widened(v128_t sum, v128_t x) {
  return wasm_i64x2_add(sum, wasm_i64x2_add(wasm_i64x2_extend_low_i32x4(x), wasm_i64x2_extend_high_i32x4(x)));
}

/* Lanes 0 and 2, and 1 and 3, of both vectors added up: first of a, of b, second of a, of b. */
INLINED v128_t sums_of_pairs(v128_t a, v128_t b) {
  return wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), wasm_i32x4_shuffle(a, b, 2, 6, 3, 7));
}

/* The sums of four vectors' lanes, one a lane. */
INLINED v128_t sums_of_four_s32(const v128_t *x) {
  const v128_t a = sums_of_pairs(x[0], x[1]), b = sums_of_pairs(x[2], x[3]);
  return wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 1, 4, 5), wasm_i32x4_shuffle(a, b, 2, 3, 6, 7));
}

/*
 * For the last eight of n elements, of which the first were counted before: a mask of those that were not. Elements of
 * 16 bits; n >= 8.
 */
INLINED v128_t rest_mask(int32_t n) {
  static const int16_t steps[15] = {0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1};
  return wasm_v128_load(steps + (n & 7));
}

#endif
