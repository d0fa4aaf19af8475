#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_LANES_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_LANES_H

#include "elementwise_sum.h"
#include "rescale.h"

/* What a loop over sums keeps in registers. The operation, and which way it goes, are constants in it. */
typedef struct {
  sum_operation operation;
  int are_both_coarse;
  int is_small;
  uint32_t left_shift;
  v128_t coarse_zero_point;
  v128_t fine_zero_point;
  rescale fine;
  rescale total;
  small_rescale small_fine;
  small_rescale small_total;
  output_lanes output;
} sum_lanes;

INLINED v128_t fine_term(v128_t fine, const sum_lanes *lanes) {
  if (lanes->are_both_coarse) return wasm_i32x4_shl(fine, lanes->left_shift - 1);
  if (lanes->is_small) return small_rescale_four(fine, &lanes->small_fine);
  return rescale_four(wasm_i32x4_shl(fine, lanes->left_shift), &lanes->fine);
}

/* The total of four terms of 32 bits, without the output's zero point. */
INLINED v128_t sum_four(v128_t coarse, v128_t fine, const sum_lanes *lanes) {
  const v128_t c = wasm_i32x4_shl(coarse, lanes->left_shift - 1);
  const v128_t f = fine_term(fine, lanes);
  const v128_t sum = lanes->operation == COARSE_PLUS_FINE    ? wasm_i32x4_add(c, f)
                     : lanes->operation == COARSE_MINUS_FINE ? wasm_i32x4_sub(c, f)
                                                             : wasm_i32x4_sub(f, c);
  return lanes->is_small ? small_rescale_four(sum, &lanes->small_total) : rescale_four(sum, &lanes->total);
}

#endif
