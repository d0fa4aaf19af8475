#include "elementwise_sum_lanes.h"

/* Eight sums. */
INLINED void sum_eight(v128_t coarse, v128_t fine, const sum_lanes *lanes, v128_t *low, v128_t *high) {
  const v128_t c = wasm_i16x8_sub(coarse, lanes->coarse_zero_point);
  const v128_t f = wasm_i16x8_sub(fine, lanes->fine_zero_point);
  *low = sum_four(wasm_i32x4_extend_low_i16x8(c), wasm_i32x4_extend_low_i16x8(f), lanes);
  *high = sum_four(wasm_i32x4_extend_high_i16x8(c), wasm_i32x4_extend_high_i16x8(f), lanes);
}

INLINED void sum_block(const void *coarse, const void *fine, void *output, const void *state) {
  const sum_lanes *lanes = state;
  const v128_t c = wasm_v128_load(coarse), f = wasm_v128_load(fine);
  v128_t sum[4];
  sum_eight(wasm_i16x8_extend_low_i8x16(c), wasm_i16x8_extend_low_i8x16(f), lanes, &sum[0], &sum[1]);
  sum_eight(wasm_i16x8_extend_high_i8x16(c), wasm_i16x8_extend_high_i8x16(f), lanes, &sum[2], &sum[3]);
  wasm_v128_store(output, quantize_s8(sum[0], sum[1], sum[2], sum[3], &lanes->output));
}

/* Bits of a term less its zero point; of a sum, whose terms have 27. */
enum { TERM_BITS = 8, SUM_BITS = 28 };

INLINED sum_lanes make_lanes(const sum_quantization *q) {
  return (sum_lanes){
      .left_shift = (uint32_t)q->left_shift,
      .coarse_zero_point = wasm_i16x8_splat((int16_t)q->coarse_zero_point),
      .fine_zero_point = wasm_i16x8_splat((int16_t)q->fine_zero_point),
      .fine = make_rescale(q->fine),
      .total = make_rescale(q->total),
      .small_fine = make_small_rescale(q->fine, (uint32_t)q->left_shift),
      .small_total = make_small_rescale(q->total, 0),
      .output = output_lanes_s8(&q->output),
  };
}

INLINED void small_sum_row(const sum_quantization *q, const binary_row *row, sum_operation operation,
                           int both_coarse) {
  sum_lanes lanes = make_lanes(q);
  lanes.operation = operation;
  lanes.are_both_coarse = both_coarse;
  lanes.is_small = 1;
  combine_blocks(row, 1, sum_block, &lanes);
}

INLINED void general_sum_row(const sum_quantization *q, const binary_row *row, sum_operation operation) {
  sum_lanes lanes = make_lanes(q);
  lanes.operation = operation;
  combine_blocks(row, 1, sum_block, &lanes);
}

static int is_small(const sum_quantization *q) {
  return fits_small_rescale(q->fine, TERM_BITS + q->left_shift) && fits_small_rescale(q->total, SUM_BITS);
}

static int are_both_coarse(const sum_quantization *q) { return q->fine.multiplier == 1 << 30 && q->fine.shift == 0; }

void sum_row_s8(const void *quantization, const binary_row *row) {
  const sum_quantization *q = quantization;
  if (is_small(q)) {
    if (q->operation == COARSE_MINUS_FINE) return small_sum_row(q, row, COARSE_MINUS_FINE, 0);
    if (q->operation == FINE_MINUS_COARSE) return small_sum_row(q, row, FINE_MINUS_COARSE, 0);
    if (are_both_coarse(q)) return small_sum_row(q, row, COARSE_PLUS_FINE, 1);
    return small_sum_row(q, row, COARSE_PLUS_FINE, 0);
  }
  if (q->operation == COARSE_MINUS_FINE) return general_sum_row(q, row, COARSE_MINUS_FINE);
  if (q->operation == FINE_MINUS_COARSE) return general_sum_row(q, row, FINE_MINUS_COARSE);
  general_sum_row(q, row, COARSE_PLUS_FINE);
}
