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
};

INLINED v128_t dot_load(const int8_t *inputs) {
  return wasm_v128_xor(wasm_v128_load(inputs), wasm_i8x16_const_splat(INT8_MIN));
}

INLINED v128_t dot_splat(int32_t input) { return wasm_u8x16_splat((uint8_t)(input + DOT_VALUE_OF_ZERO)); }

INLINED v128_t dot_add(v128_t sum, v128_t values, v128_t weights) {
  return wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights, values, sum);
}

#endif
