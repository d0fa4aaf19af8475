#ifndef THIMBLE_ARITHMETIC_STORE_QUANTIZED_H
#define THIMBLE_ARITHMETIC_STORE_QUANTIZED_H

#include <thimble/kit/output_quantization.h>
#include "simd.h"

#include "inlined.h"

typedef struct {
  v128_t zero_point;
  v128_t min;
  v128_t max;
} output_lanes;

INLINED output_lanes output_lanes_s8(const thimble_output_quantization *output) {
  return (output_lanes){wasm_i16x8_splat((int16_t)output->zero_point), wasm_i8x16_splat((int8_t)output->range.min),
                        wasm_i8x16_splat((int8_t)output->range.max)};
}

/* The clamp comes before the zero point is added, so that no sum leaves 32 bits. */
INLINED output_lanes output_lanes_s16(const thimble_output_quantization *output) {
  return (output_lanes){wasm_i32x4_splat(output->zero_point),
                        wasm_i32x4_splat(output->range.min - output->zero_point),
                        wasm_i32x4_splat(output->range.max - output->zero_point)};
}

/* 16 numbers without their zero point. Saturation does no harm: what it changes is far outside of int8. */
INLINED v128_t quantize_s8(v128_t a, v128_t b, v128_t c, v128_t d, const output_lanes *output) {
  const v128_t low = wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(a, b), output->zero_point);
  const v128_t high = wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(c, d), output->zero_point);
  return wasm_i8x16_min(wasm_i8x16_max(wasm_i8x16_narrow_i16x8(low, high), output->min), output->max);
}

INLINED v128_t quantize_four_s16(v128_t x, const output_lanes *output) {
  return wasm_i32x4_add(wasm_i32x4_min(wasm_i32x4_max(x, output->min), output->max), output->zero_point);
}

/* Eight numbers without their zero point. */
INLINED v128_t quantize_s16(v128_t a, v128_t b, const output_lanes *output) {
  return wasm_i16x8_narrow_i32x4(quantize_four_s16(a, output), quantize_four_s16(b, output));
}

#endif
