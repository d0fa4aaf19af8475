/* Rows of sums, four at a time. */
#ifndef ARM_MVE_ADD_ROW_H
#define ARM_MVE_ADD_ROW_H

#include <thimble/kit/arithmetic.h>

#include "dense_rows.h"
#include "lanes.h"

/* Both terms are in units of 2^-20. */
enum { ARM_TERM_BITS = 20 };

typedef thimble_sum_quantization arm_sum;

static inline arm_sum arm_sum_of(thimble_sum_quantization q) { return q; }

/* [supports] Declines inputs that repeat along a row. */
static inline thimble_status arm_supports_sum(const thimble_host *host, const thimble_node *node, const arm_sum *sum) {
  (void)sum;
  return arm_supports_dense_rows(host, node);
}

/* A term in the common scale; by the factor of its input. */
static inline int32x4_t arm_scale_terms(int32x4_t stored, int32_t offset, const arm_factor *by) {
  return arm_requantize_lanes(vshlq_n_s32(vaddq_n_s32(stored, offset), ARM_TERM_BITS), by);
}

static inline void arm_add_row(const void *params, const thimble_binary_row *row) {
  const arm_sum *by = params;
  const int8_t *first = row->first, *second = row->second;
  const arm_factor first_factor = arm_factor_of(by->first), second_factor = arm_factor_of(by->second);
  const arm_factor total = arm_factor_of(by->total);
  const arm_lane_outputs outputs = arm_lane_outputs_of(&by->output);
  int8_t *output = row->output;
  for (int32_t left = row->length; left > 0; left -= ARM_LANES) {
    const mve_pred16_t some = vctp32q((uint32_t)left);
    const int32x4_t a = vldrbq_z_s32(first, some), b = vldrbq_z_s32(second, some);
    const int32x4_t sum = vaddq_s32(arm_scale_terms(a, by->first_offset, &first_factor),
                                    arm_scale_terms(b, by->second_offset, &second_factor));
    vstrbq_p_s32(output, arm_store_lanes(arm_requantize_lanes(sum, &total), &outputs), some);
    first += ARM_LANES;
    second += ARM_LANES;
    output += ARM_LANES;
  }
}

#endif
