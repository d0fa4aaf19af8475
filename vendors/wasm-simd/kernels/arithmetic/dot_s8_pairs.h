#ifndef THIMBLE_ARITHMETIC_DOT_S8_PAIRS_H
#define THIMBLE_ARITHMETIC_DOT_S8_PAIRS_H

#include <stdint.h>

#include "inlined.h"
#include "simd.h"

/* Dot products of two numbers of 16 bits: see dot_s8.h. */

typedef int16_t dot_value;
typedef int16_t dot_weight;

enum {
  DOT_LENGTH = 2,
  DOT_VALUE_OF_ZERO = 0,
  DOT_LEAST_WEIGHT = INT16_MIN,
  DOT_MOST_WEIGHT = INT16_MAX,
  DOT_MOST_PARTS = 1,
  DOT_TILE_ROWS = 4,
};

INLINED v128_t dot_load(const int8_t *inputs) { return wasm_i16x8_load8x8(inputs); }

INLINED v128_t dot_load_eight(const int8_t *inputs) { return dot_load(inputs); }

INLINED void dot_interleave(const v128_t *rows, dot_value *to) {
  wasm_v128_store(to, wasm_i16x8_shuffle(rows[0], rows[1], 0, 8, 1, 9, 2, 10, 3, 11));
  wasm_v128_store(to + 8, wasm_i16x8_shuffle(rows[0], rows[1], 4, 12, 5, 13, 6, 14, 7, 15));
}

INLINED v128_t dot_splat(int32_t input) { return wasm_i16x8_splat((int16_t)input); }

INLINED v128_t dot_add(v128_t sum, v128_t values, v128_t weights) {
  return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(values, weights));
}

#endif
