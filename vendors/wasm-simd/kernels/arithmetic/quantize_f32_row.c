#include "blocks.h"
#include "four_integers.h"
#include "quantize_row.h"

typedef struct {
  v128_t scale;
  output_lanes output;
} quantize_lanes;

/*
 * x / scale to the nearest integer, half away from zero: a number just under 1/2 with the sign of x is added before
 * truncation, so that the sum reaches the next integer from 1/2 on and not before. NaN becomes 0.
 */
INLINED v128_t quantize_four(const float *input, const quantize_lanes *lanes) {
  const v128_t x = wasm_f32x4_div(wasm_v128_load(input), lanes->scale);
  const v128_t sign = wasm_v128_and(x, wasm_f32x4_const_splat(-0.0f));
  const v128_t almost_half = wasm_v128_or(sign, wasm_f32x4_const_splat(0.49999997f));
  return wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_add(x, almost_half));
}

INLINED void quantize_block_s8(const void *input, void *output, const void *state) {
  const quantize_lanes *lanes = state;
  const float *in = input;
  wasm_v128_store(output, quantize_s8(quantize_four(in, lanes), quantize_four(in + 4, lanes),
                                      quantize_four(in + 8, lanes), quantize_four(in + 12, lanes), &lanes->output));
}

INLINED void quantize_block_u8(const void *input, void *output, const void *state) {
  const quantize_lanes *lanes = state;
  for (int32_t i = 0; i < BLOCK; i += 4) {
    const v128_t x = quantize_four((const float *)input + i, lanes);
    store_four_u8((uint8_t *)output + i, quantize_four_s16(x, &lanes->output));
  }
}

INLINED void quantize_block_s16(const void *input, void *output, const void *state) {
  const quantize_lanes *lanes = state;
  const float *in = input;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    const v128_t low = quantize_four(in + i, lanes), high = quantize_four(in + i + 4, lanes);
    wasm_v128_store((int16_t *)output + i, quantize_s16(low, high, &lanes->output));
  }
}

void quantize_row_s8(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                     int32_t n) {
  const quantize_lanes lanes = {wasm_f32x4_splat(scale), output_lanes_s8(quantization)};
  map_blocks(n, input, 4, output, 1, quantize_block_s8, &lanes);
}

void quantize_row_u8(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                     int32_t n) {
  const quantize_lanes lanes = {wasm_f32x4_splat(scale), output_lanes_s16(quantization)};
  map_blocks(n, input, 4, output, 1, quantize_block_u8, &lanes);
}

void quantize_row_s16(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                      int32_t n) {
  const quantize_lanes lanes = {wasm_f32x4_splat(scale), output_lanes_s16(quantization)};
  map_blocks(n, input, 4, output, 2, quantize_block_s16, &lanes);
}
