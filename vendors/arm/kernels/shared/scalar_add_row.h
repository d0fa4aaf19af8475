/* Rows of sums, one at a time. */
#ifndef ARM_SCALAR_ADD_ROW_H
#define ARM_SCALAR_ADD_ROW_H

#include <thimble/kit/arithmetic.h>

#include "scaling.h"

enum { ARM_HALF = 1 << 30, ARM_TERM_BITS = 20 };

/*
 * The input of the greater scale has a factor of one half: its term is shifted. The other's is rounded: it is
 * multiplied in units of 2^-(20 + more), more > 0 where its shift would be less than ARM_LEAST_SHIFT.
 */
typedef struct arm_sum {
  thimble_sum_quantization q;
  arm_scaling fine;
  arm_scaling total;
  int32_t fine_bits;
  /* The fine input is the second one. */
  thimble_bool is_second_fine;
  /* Both scalings are bounded. */
  thimble_bool is_bounded;
} arm_sum;

static inline int32_t arm_is_half(thimble_multiplier factor) {
  return factor.multiplier == ARM_HALF && factor.shift == 0;
}

static inline arm_sum arm_sum_of(thimble_sum_quantization q) {
  arm_sum sum = {.q = q};
  sum.is_second_fine = (thimble_bool)arm_is_half(sum.q.first);
  thimble_multiplier fine = sum.is_second_fine ? sum.q.second : sum.q.first;
  const thimble_multiplier coarse = sum.is_second_fine ? sum.q.first : sum.q.second;
  const int32_t more = fine.shift > -ARM_LEAST_SHIFT ? fine.shift + ARM_LEAST_SHIFT : 0;
  sum.fine_bits = ARM_TERM_BITS + more;
  fine.shift -= more;
  sum.fine = arm_scaling_of(fine, INT64_C(255) << sum.fine_bits);
  sum.total = arm_scaling_of(sum.q.total, INT64_C(255) << ARM_TERM_BITS);
  sum.is_bounded = arm_is_half(coarse) && sum.fine.rounding != 0 && sum.total.rounding != 0;
  return sum;
}

/* A row, of the input whose term is multiplied and the other one. */
static inline void arm_add_fine(const arm_sum *by, const int8_t *fine, int32_t fine_step, const int8_t *coarse,
                      int32_t coarse_step, int8_t *output, int32_t length) {
  const arm_scaling scaling = by->fine, total = by->total;
  const int32_t bits = by->fine_bits, min = by->q.output.range.min, max = by->q.output.range.max;
  const int32_t fine_offset = by->is_second_fine ? by->q.second_offset : by->q.first_offset;
  const int32_t coarse_offset = by->is_second_fine ? by->q.first_offset : by->q.second_offset;
  const int32_t zero_point = by->q.output.zero_point;
  for (const int8_t *const end = output + length; output < end; fine += fine_step, coarse += coarse_step) {
    const int32_t first = arm_scale_bounded((*fine + fine_offset) * (1 << bits), &scaling);
    const int32_t second = (*coarse + coarse_offset) * (1 << (ARM_TERM_BITS - 1));
    const int32_t sum = arm_scale_bounded(first + second, &total);
    *output++ = (int8_t)thimble_clamp(sum + zero_point, min, max);
  }
}

/* [supports] Declines sums that are not bounded. */
static inline thimble_status arm_supports_sum(const thimble_host *host, const thimble_node *node, const arm_sum *sum) {
  (void)node;
  return sum->is_bounded ? THIMBLE_OK : thimble_decline(host, "sums may need more than 30 bits, or great shifts");
}

static inline void arm_add_row(const void *params, const thimble_binary_row *row) {
  const arm_sum *by = params;
  const int8_t *first = row->first, *second = row->second;
  if (by->is_second_fine) arm_add_fine(by, second, row->second_step, first, row->first_step, row->output, row->length);
  else arm_add_fine(by, first, row->first_step, second, row->second_step, row->output, row->length);
}

#endif
