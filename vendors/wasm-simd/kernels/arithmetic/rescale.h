#ifndef THIMBLE_ARITHMETIC_RESCALE_H
#define THIMBLE_ARITHMETIC_RESCALE_H

#include <stdbool.h>
#include <thimble/kit/quantize_multiplier.h>
#include "simd.h"

#include "inlined.h"

/* MultiplyByQuantizedMultiplier with two roundings, of four numbers of one scale: exact for every int32. */
typedef struct {
  v128_t multiplier;
  /* 2^right - 1, and half of it. */
  v128_t mask;
  v128_t half;
  uint32_t left;
  uint32_t right;
} rescale;

INLINED rescale make_rescale(thimble_multiplier factor) {
  const uint32_t right = factor.shift < 0 ? (uint32_t)-factor.shift : 0;
  const int32_t mask = (int32_t)((UINT32_C(1) << right) - 1);
  return (rescale){
      .multiplier = wasm_i32x4_splat(factor.multiplier),
      .mask = wasm_i32x4_splat(mask),
      .half = wasm_i32x4_splat(mask >> 1),
      .left = factor.shift > 0 ? (uint32_t)factor.shift : 0,
      .right = right,
  };
}

/* (a * b + 2^30) / 2^31 rounded down; b >= 0. */
INLINED v128_t high_multiply(v128_t a, v128_t b) {
  const v128_t nudge = wasm_i64x2_const_splat(INT64_C(1) << 30);
  const v128_t low = wasm_i64x2_add(wasm_i64x2_extmul_low_i32x4(a, b), nudge);
  const v128_t high = wasm_i64x2_add(wasm_i64x2_extmul_high_i32x4(a, b), nudge);
  return wasm_i32x4_shuffle(wasm_u64x2_shr(low, 31), wasm_u64x2_shr(high, 31), 0, 2, 4, 6);
}

/* x / 2^exponent, half away from zero; mask is 2^exponent - 1, half is mask / 2. */
INLINED v128_t rounding_divide(v128_t x, uint32_t exponent, v128_t mask, v128_t half) {
  const v128_t remainder = wasm_v128_and(x, mask);
  const v128_t threshold = wasm_i32x4_sub(half, wasm_i32x4_shr(x, 31));
  return wasm_i32x4_sub(wasm_i32x4_shr(x, exponent), wasm_i32x4_gt(remainder, threshold));
}

INLINED v128_t rescale_four(v128_t x, const rescale *by) {
  const v128_t product = high_multiply(wasm_i32x4_shl(x, by->left), by->multiplier);
  return rounding_divide(product, by->right, by->mask, by->half);
}

/*
 * The same in fewer steps, for numbers that leave room for two more bits. With X = 4 x and a right shift s, the two
 * roundings of the reference are one chain of floors:
 *
 *   h = floor(X m / 2^32)                        the high halves of four 64-bit products: x m / 2^31, and one more bit
 *   floor((h + 1 + 2 half - 2 [x < 0]) / 2^(s + 1))   half = 2^(s - 1); for s = 0 neither half nor [x < 0] counts
 *
 * [x < 0] stands for [x m < 0] after rounding: they are the same as m >= 2^30, but for x = -1 and m = 2^30, where the
 * result is 0 both ways; for m = 0 it is too.
 */
typedef struct {
  v128_t multiplier;
  v128_t addend;
  v128_t negative;
  uint32_t left;
  uint32_t right;
} small_rescale;

/* Right shifts over this would leave no room for half in 32 bits. */
enum { MOST_SMALL_RIGHT = 28 };

/* Whether numbers of `bits` bits and a sign can go the short way. */
INLINED int fits_small_rescale(thimble_multiplier factor, int32_t bits) {
  const int32_t left = factor.shift > 0 ? factor.shift : 0;
  return bits + left + 2 <= 31 && factor.shift >= -MOST_SMALL_RIGHT;
}

/* `left` bits by which numbers go left besides. */
INLINED small_rescale make_small_rescale(thimble_multiplier factor, uint32_t left) {
  const uint32_t right = factor.shift < 0 ? (uint32_t)-factor.shift : 0;
  return (small_rescale){
      .multiplier = wasm_i32x4_splat(factor.multiplier),
      .addend = wasm_i32x4_splat(1 + (right > 0 ? 1 << right : 0)),
      .negative = wasm_i32x4_splat(right > 0 ? 2 : 0),
      .left = left + (factor.shift > 0 ? (uint32_t)factor.shift : 0) + 2,
      .right = right + 1,
  };
}

/* `rectified` is a constant: negative results need not be right, but are at most 0. */
INLINED v128_t small_rescale_four(v128_t x, const small_rescale *by, bool rectified) {
  const v128_t scaled = wasm_i32x4_shl(x, by->left);
  const v128_t low = wasm_i64x2_extmul_low_i32x4(scaled, by->multiplier);
  const v128_t high = wasm_i64x2_extmul_high_i32x4(scaled, by->multiplier);
  const v128_t product = wasm_i32x4_add(wasm_i32x4_shuffle(low, high, 1, 3, 5, 7), by->addend);
  if (rectified) return wasm_i32x4_shr(product, by->right);
  const v128_t correction = wasm_v128_and(wasm_i32x4_shr(scaled, 31), by->negative);
  return wasm_i32x4_shr(wasm_i32x4_sub(product, correction), by->right);
}

#endif
