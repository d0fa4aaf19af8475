#include "elementwise_sum_lanes.h"

typedef struct {
  v128_t coarse_zero_point;
  v128_t fine_zero_point;
  sum_lanes sum;
  output_lanes output;
} sum_lanes_s16;

/* Eight sums. */
INLINED v128_t sum_eight(v128_t coarse, v128_t fine, const sum_lanes_s16 *lanes) {
  const v128_t c = lanes->coarse_zero_point, f = lanes->fine_zero_point;
  const v128_t low = sum_four(wasm_i32x4_sub(wasm_i32x4_extend_low_i16x8(coarse), c),
                              wasm_i32x4_sub(wasm_i32x4_extend_low_i16x8(fine), f), &lanes->sum);
  const v128_t high = sum_four(wasm_i32x4_sub(wasm_i32x4_extend_high_i16x8(coarse), c),
                               wasm_i32x4_sub(wasm_i32x4_extend_high_i16x8(fine), f), &lanes->sum);
  return quantize_s16(low, high, &lanes->output);
}

INLINED void sum_block(const void *coarse, const void *fine, void *output, const void *lanes) {
  const int16_t *c = coarse, *f = fine;
  int16_t *out = output;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    wasm_v128_store(out + i, sum_eight(wasm_v128_load(c + i), wasm_v128_load(f + i), lanes));
  }
}

void sum_row_s16(const void *quantization, const binary_row *row) {
  const sum_quantization *q = quantization;
  const sum_lanes_s16 lanes = {
      .coarse_zero_point = wasm_i32x4_splat(q->coarse_zero_point),
      .fine_zero_point = wasm_i32x4_splat(q->fine_zero_point),
      .sum = make_sum_lanes(q),
      .output = output_lanes_s16(&q->output),
  };
  combine_blocks(row, 2, sum_block, &lanes);
}
