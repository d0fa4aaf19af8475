#include "unary_quantized.h"

#include "blocks.h"
#include "rescale.h"

typedef struct {
  v128_t min;
  v128_t max;
} range_lanes;

INLINED void clamp_block_s8(const void *input, void *output, const void *state) {
  const range_lanes *range = state;
  wasm_v128_store(output, wasm_i8x16_min(wasm_i8x16_max(wasm_v128_load(input), range->min), range->max));
}

INLINED void clamp_block_s16(const void *input, void *output, const void *state) {
  const range_lanes *range = state;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    const v128_t x = wasm_v128_load((const int16_t *)input + i);
    wasm_v128_store((int16_t *)output + i, wasm_i16x8_min(wasm_i16x8_max(x, range->min), range->max));
  }
}

void clamp_row_s8(const int8_t *input, int8_t *output, int32_t n, thimble_range range) {
  const range_lanes lanes = {wasm_i8x16_splat((int8_t)range.min), wasm_i8x16_splat((int8_t)range.max)};
  map_blocks(n, input, 1, output, 1, clamp_block_s8, &lanes);
}

void clamp_row_s16(const int16_t *input, int16_t *output, int32_t n, thimble_range range) {
  const range_lanes lanes = {wasm_i16x8_splat((int16_t)range.min), wasm_i16x8_splat((int16_t)range.max)};
  map_blocks(n, input, 2, output, 2, clamp_block_s16, &lanes);
}

typedef struct {
  v128_t input_zero_point;
  rescale positive;
  rescale negative;
  output_lanes output;
} piecewise_lanes;

INLINED v128_t piecewise_four(v128_t x, const piecewise_lanes *lanes) {
  const v128_t centered = wasm_i32x4_sub(x, lanes->input_zero_point);
  return wasm_v128_bitselect(rescale_four(centered, &lanes->negative), rescale_four(centered, &lanes->positive),
                             wasm_i32x4_shr(centered, 31));
}

INLINED void piecewise_block(const void *input, void *output, const void *state) {
  const piecewise_lanes *lanes = state;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    const v128_t x = wasm_v128_load((const int16_t *)input + i);
    const v128_t low = piecewise_four(wasm_i32x4_extend_low_i16x8(x), lanes);
    const v128_t high = piecewise_four(wasm_i32x4_extend_high_i16x8(x), lanes);
    wasm_v128_store((int16_t *)output + i, quantize_s16(low, high, &lanes->output));
  }
}

void piecewise_row_s16(const piecewise_quantization *quantization, const int16_t *input, int16_t *output, int32_t n) {
  const piecewise_lanes lanes = {
      .input_zero_point = wasm_i32x4_splat(quantization->input_zero_point),
      .positive = make_rescale(quantization->positive),
      .negative = make_rescale(quantization->negative),
      .output = output_lanes_s16(&quantization->output),
  };
  map_blocks(n, input, 2, output, 2, piecewise_block, &lanes);
}
