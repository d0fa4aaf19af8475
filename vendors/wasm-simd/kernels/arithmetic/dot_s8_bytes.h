#ifndef THIMBLE_ARITHMETIC_DOT_S8_BYTES_H
#define THIMBLE_ARITHMETIC_DOT_S8_BYTES_H

#include <stdint.h>

#include "inlined.h"
#include "simd.h"

/*
 * Dot products of four bytes: see dot_s8.h. What the relaxed instruction takes its second operand for, and whether it
 * saturates, is the machine's affair; this build is for machines where it multiplies int8 by uint8 exactly (the feature
 * relaxed-dot-s8u8). So weights come first, and values are inputs + 128.
 */

typedef uint8_t dot_value;
typedef int8_t dot_weight;

enum {
  DOT_LENGTH = 4,
  DOT_VALUE_OF_ZERO = 128,
  DOT_LEAST_WEIGHT = INT8_MIN,
  DOT_MOST_WEIGHT = INT8_MAX,
  DOT_MOST_PARTS = 3,
  DOT_TILE_ROWS = 6,
};

INLINED v128_t dot_load(const int8_t *inputs) {
  return wasm_v128_xor(wasm_v128_load(inputs), wasm_i8x16_const_splat(INT8_MIN));
}

INLINED v128_t dot_load_eight(const int8_t *inputs) {
  return wasm_v128_xor(wasm_v128_load64_zero(inputs), wasm_i8x16_const_splat(INT8_MIN));
}

INLINED v128_t interleave_bytes(v128_t a, v128_t b) {
  return wasm_i8x16_shuffle(a, b, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
}

INLINED void dot_interleave(const v128_t *rows, dot_value *to) {
  const v128_t upper = interleave_bytes(rows[0], rows[1]), lower = interleave_bytes(rows[2], rows[3]);
  wasm_v128_store(to, wasm_i16x8_shuffle(upper, lower, 0, 8, 1, 9, 2, 10, 3, 11));
  wasm_v128_store(to + 16, wasm_i16x8_shuffle(upper, lower, 4, 12, 5, 13, 6, 14, 7, 15));
}

INLINED v128_t dot_splat(int32_t input) { return wasm_u8x16_splat((uint8_t)(input + DOT_VALUE_OF_ZERO)); }

INLINED v128_t dot_add(v128_t sum, v128_t values, v128_t weights) {
  return wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights, values, sum);
}

#endif
