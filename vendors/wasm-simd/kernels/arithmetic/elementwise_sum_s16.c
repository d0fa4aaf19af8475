#include "elementwise_sum_lanes.h"

/* Eight sums. */
INLINED v128_t sum_eight(v128_t coarse, v128_t fine, const sum_lanes *lanes) {
  const v128_t c = lanes->coarse_zero_point, f = lanes->fine_zero_point;
  const v128_t low = sum_four(wasm_i32x4_sub(wasm_i32x4_extend_low_i16x8(coarse), c),
                              wasm_i32x4_sub(wasm_i32x4_extend_low_i16x8(fine), f), lanes);
  const v128_t high = sum_four(wasm_i32x4_sub(wasm_i32x4_extend_high_i16x8(coarse), c),
                               wasm_i32x4_sub(wasm_i32x4_extend_high_i16x8(fine), f), lanes);
  return quantize_s16(low, high, &lanes->output);
}

INLINED void sum_block(const void *coarse, const void *fine, void *output, const void *lanes) {
  const int16_t *c = coarse, *f = fine;
  int16_t *out = output;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    wasm_v128_store(out + i, sum_eight(wasm_v128_load(c + i), wasm_v128_load(f + i), lanes));
  }
}

INLINED void sum_row(const sum_quantization *q, const binary_row *row, sum_operation operation) {
  const sum_lanes lanes = {
      .operation = operation,
      .left_shift = (uint32_t)q->left_shift,
      .coarse_zero_point = wasm_i32x4_splat(q->coarse_zero_point),
      .fine_zero_point = wasm_i32x4_splat(q->fine_zero_point),
      .fine = make_rescale(q->fine),
      .total = make_rescale(q->total),
      .output = output_lanes_s16(&q->output),
  };
  combine_blocks(row, 2, sum_block, &lanes);
}

void sum_row_s16(const void *quantization, const binary_row *row) {
  const sum_quantization *q = quantization;
  if (q->operation == COARSE_PLUS_FINE) return sum_row(q, row, COARSE_PLUS_FINE);
  if (q->operation == COARSE_MINUS_FINE) return sum_row(q, row, COARSE_MINUS_FINE);
  sum_row(q, row, FINE_MINUS_COARSE);
}
