#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_LANES_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_LANES_H

#include "elementwise_sum.h"
#include "rescale.h"

/* What a loop over sums keeps in registers. */
typedef struct {
  v128_t coarse_factor;
  v128_t fine_sign;
  uint32_t left_shift;
  rescale fine;
  rescale total;
} sum_lanes;

INLINED sum_lanes make_sum_lanes(const sum_quantization *q) {
  return (sum_lanes){
      .coarse_factor = wasm_i32x4_splat(q->coarse_sign * (1 << (q->left_shift - 1))),
      .fine_sign = wasm_i32x4_splat(q->fine_sign),
      .left_shift = (uint32_t)q->left_shift,
      .fine = make_rescale(q->fine),
      .total = make_rescale(q->total),
  };
}

/* The total of four terms of 32 bits, without the output's zero point. */
INLINED v128_t sum_four(v128_t coarse, v128_t fine, const sum_lanes *lanes) {
  const v128_t c = wasm_i32x4_mul(coarse, lanes->coarse_factor);
  const v128_t f = rescale_four(wasm_i32x4_shl(fine, lanes->left_shift), &lanes->fine);
  return rescale_four(wasm_i32x4_add(c, wasm_i32x4_mul(f, lanes->fine_sign)), &lanes->total);
}

#endif
