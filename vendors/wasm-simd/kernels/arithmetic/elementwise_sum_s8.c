#include <stdbool.h>
#include <thimble/kit/requantize.h>

#include "elementwise_sum_lanes.h"
#include "integers.h"

typedef struct {
  v128_t coarse_zero_point;
  v128_t fine_zero_point;
  sum_lanes general;
  v128_t coarse_factor;
  v128_t fine_whole;
  v128_t fine_fraction;
  v128_t fine_addend;
  v128_t fine_negative;
  small_rescale total;
  output_lanes output;
} sum_lanes_s8;

typedef v128_t (*sum_function)(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes);

/* Terms of a few bits, and factors that plan_sum_s8 has tried. `rectified` is a constant. */
INLINED v128_t sum_small_terms(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes, bool rectified) {
  const v128_t correction = wasm_v128_and(wasm_i32x4_shr(fine, 31), lanes->fine_negative);
  const v128_t addend = wasm_i32x4_sub(lanes->fine_addend, correction);
  const v128_t fraction = wasm_i32x4_add(wasm_i32x4_mul(fine, lanes->fine_fraction), addend);
  const v128_t f = wasm_i32x4_add(wasm_i32x4_mul(fine, lanes->fine_whole), wasm_i32x4_shr(fraction, SUM_FRACTION_BITS));
  const v128_t c = wasm_i32x4_mul(coarse, lanes->coarse_factor);
  return small_rescale_four(wasm_i32x4_add(c, f), &lanes->total, rectified);
}

INLINED v128_t sum_four_small(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes) {
  return sum_small_terms(coarse, fine, lanes, false);
}

INLINED v128_t sum_four_rectified(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes) {
  return sum_small_terms(coarse, fine, lanes, true);
}

INLINED v128_t sum_four_general(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes) {
  return sum_four(coarse, fine, &lanes->general);
}

/* Eight sums. */
INLINED void sum_eight(v128_t coarse, v128_t fine, const sum_lanes_s8 *lanes, sum_function sum, v128_t *sums) {
  const v128_t c = wasm_i16x8_sub(coarse, lanes->coarse_zero_point);
  const v128_t f = wasm_i16x8_sub(fine, lanes->fine_zero_point);
  sums[0] = sum(wasm_i32x4_extend_low_i16x8(c), wasm_i32x4_extend_low_i16x8(f), lanes);
  sums[1] = sum(wasm_i32x4_extend_high_i16x8(c), wasm_i32x4_extend_high_i16x8(f), lanes);
}

INLINED void sum_sixteen(const void *coarse, const void *fine, void *output, const sum_lanes_s8 *lanes,
                         sum_function sum) {
  const v128_t c = wasm_v128_load(coarse), f = wasm_v128_load(fine);
  v128_t sums[4];
  sum_eight(wasm_i16x8_extend_low_i8x16(c), wasm_i16x8_extend_low_i8x16(f), lanes, sum, sums);
  sum_eight(wasm_i16x8_extend_high_i8x16(c), wasm_i16x8_extend_high_i8x16(f), lanes, sum, sums + 2);
  wasm_v128_store(output, quantize_s8(sums[0], sums[1], sums[2], sums[3], &lanes->output));
}

INLINED void small_block(const void *coarse, const void *fine, void *output, const void *lanes) {
  sum_sixteen(coarse, fine, output, lanes, sum_four_small);
}

INLINED void rectified_block(const void *coarse, const void *fine, void *output, const void *lanes) {
  sum_sixteen(coarse, fine, output, lanes, sum_four_rectified);
}

INLINED void general_block(const void *coarse, const void *fine, void *output, const void *lanes) {
  sum_sixteen(coarse, fine, output, lanes, sum_four_general);
}

INLINED sum_lanes_s8 make_lanes(const sum_quantization *q) {
  return (sum_lanes_s8){
      .coarse_zero_point = wasm_i16x8_splat((int16_t)q->coarse_zero_point),
      .fine_zero_point = wasm_i16x8_splat((int16_t)q->fine_zero_point),
      .output = output_lanes_s8(&q->output),
  };
}

static void small_sum_row(const sum_quantization *q, const binary_row *row) {
  sum_lanes_s8 lanes = make_lanes(q);
  lanes.coarse_factor = wasm_i32x4_splat(q->coarse_sign * (1 << (q->left_shift - 1)));
  lanes.fine_whole = wasm_i32x4_splat(q->fine_whole);
  lanes.fine_fraction = wasm_i32x4_splat(q->fine_fraction);
  lanes.fine_addend = wasm_i32x4_splat(q->fine_addend);
  lanes.fine_negative = wasm_i32x4_splat(q->fine_negative);
  lanes.total = make_small_rescale(q->total, 0);
  /* The total's factor is small, so its shift is no left one: known here, it is one instruction. */
  lanes.total.left = 2;
  if (q->output.range.min >= q->output.zero_point) {
    combine_blocks(row, 1, rectified_block, &lanes);
  } else {
    combine_blocks(row, 1, small_block, &lanes);
  }
}

static void general_sum_row(const sum_quantization *q, const binary_row *row) {
  sum_lanes_s8 lanes = make_lanes(q);
  lanes.general = make_sum_lanes(q);
  combine_blocks(row, 1, general_block, &lanes);
}

void sum_row_s8(const void *quantization, const binary_row *row) {
  const sum_quantization *q = quantization;
  if (q->is_small) {
    small_sum_row(q, row);
  } else {
    general_sum_row(q, row);
  }
}

/* Bits of a sum, whose terms have 27. */
enum { SUM_BITS = 28 };

static bool is_exact(const sum_quantization *q) {
  for (int32_t input = INT8_MIN; input <= INT8_MAX; input++) {
    const int32_t fine = input - q->fine_zero_point;
    const int32_t fraction = fine * q->fine_fraction + q->fine_addend - (fine < 0 ? q->fine_negative : 0);
    const int32_t expected = q->fine_sign * thimble_requantize(fine * (1 << q->left_shift), q->fine);
    if (fine * q->fine_whole + (fraction >> SUM_FRACTION_BITS) != expected) return false;
  }
  return true;
}

void plan_sum_s8(sum_quantization *q) {
  /* The factor is at most 1/2, so its shift is no left one; one that far to the right leaves nothing. */
  const int32_t right = min_of(-q->fine.shift, SUM_FRACTION_BITS);
  const int64_t factor = ((int64_t)q->fine.multiplier << (q->left_shift + SUM_FRACTION_BITS - 31)) >> right;
  const int32_t one = 1 << SUM_FRACTION_BITS;
  q->fine_whole = q->fine_sign * (int32_t)(factor >> SUM_FRACTION_BITS);
  q->fine_fraction = q->fine_sign * (int32_t)(factor & (one - 1));
  q->fine_negative = q->fine_sign * (right > 0 ? one >> right : 0);
  q->fine_addend = (one + q->fine_negative) / 2;
  q->is_small = q->total.shift <= 0 && fits_small_rescale(q->total, SUM_BITS) && is_exact(q);
}
