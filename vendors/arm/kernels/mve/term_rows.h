/* Terms, requantized four at a time when all sums are known. */
#ifndef ARM_MVE_TERM_ROWS_H
#define ARM_MVE_TERM_ROWS_H

#include "lanes.h"

/* `count` terms of a vector; the room for them is whole vectors. */
static inline void arm_multiply_terms(const arm_scaling *by, const int32_t *biases, int32_t count, const int8_t *row,
                                      const int8_t *weights, int32_t length, int32_t *terms) {
  const arm_factor factor = arm_factor_of(by->factor);
  const thimble_output_quantization clamp = {0, {INT16_MIN, INT16_MAX}};
  const arm_lane_outputs all = arm_lane_outputs_of(&clamp);
  arm_sum_rows(terms, row, weights, length, count, 0);
  for (; count > 0; count -= ARM_LANES, terms += ARM_LANES, biases += ARM_LANES) {
    const mve_pred16_t some = vctp32q((uint32_t)count);
    const int32x4_t sum = vaddq_s32(vldrwq_z_s32(terms, some), vldrwq_z_s32(biases, some));
    vstrwq_s32(terms, arm_store_lanes(arm_requantize_lanes(sum, &factor), &all));
  }
}

#endif
