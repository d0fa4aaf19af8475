/* Terms, each one stored as soon as its sum is known. */
#ifndef ARM_SCALAR_TERM_ROWS_H
#define ARM_SCALAR_TERM_ROWS_H

#include <thimble/kit/requantize.h>

static inline int32_t arm_term_of(uint32_t sum, int32_t bias, const arm_scaling *by) {
  return thimble_clamp(arm_scale((int32_t)(sum + (uint32_t)bias), by), INT16_MIN, INT16_MAX);
}

/* `count` terms of a placed vector. */
static inline void arm_multiply_terms(const arm_scaling *by, const int32_t *bias, int32_t count, const void *row,
                                      const int8_t *weights, int32_t length, int32_t *terms) {
  const int32_t *const end = bias + count;
  for (; end - bias >= ARM_ROWS; bias += ARM_ROWS, weights += ARM_ROWS * length) {
    uint32_t sums[ARM_ROWS];
    arm_multiply_rows(sums, row, weights, length);
    for (int32_t i = 0; i < ARM_ROWS; i++) *terms++ = arm_term_of(sums[i], bias[i], by);
  }
  for (; bias < end; bias++, weights += length) {
    *terms++ = arm_term_of(arm_multiply_row(row, weights, length), *bias, by);
  }
}

#endif
