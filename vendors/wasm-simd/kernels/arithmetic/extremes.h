#ifndef THIMBLE_ARITHMETIC_EXTREMES_H
#define THIMBLE_ARITHMETIC_EXTREMES_H

#include "simd.h"

#include "inlined.h"

/* Extremes of vectors by the type of their elements. Of floats the first is kept where they do not compare, as NaN. */
INLINED v128_t max_f32(v128_t a, v128_t b) { return wasm_f32x4_pmax(a, b); }
INLINED v128_t min_f32(v128_t a, v128_t b) { return wasm_f32x4_pmin(a, b); }
INLINED v128_t max_s8(v128_t a, v128_t b) { return wasm_i8x16_max(a, b); }
INLINED v128_t min_s8(v128_t a, v128_t b) { return wasm_i8x16_min(a, b); }
INLINED v128_t max_s16(v128_t a, v128_t b) { return wasm_i16x8_max(a, b); }
INLINED v128_t min_s16(v128_t a, v128_t b) { return wasm_i16x8_min(a, b); }

#endif
