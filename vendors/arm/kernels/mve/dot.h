/* Two vectors of int8, sixteen elements at a time. */
#ifndef ARM_MVE_DOT_H
#define ARM_MVE_DOT_H

#include "../shared/mve.h"

/* `sum` with all products; wraps. */
static inline int32_t arm_dot_s8(const int8_t *a, const int8_t *b, int32_t length, int32_t sum) {
  for (; length > 0; length -= 16, a += 16, b += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)length);
    sum = vmladavaq_p_s8(sum, vldrbq_z_s8(a, some), vldrbq_z_s8(b, some), some);
  }
  return sum;
}

/* The sum of all elements; wraps. */
static inline int32_t arm_sum_s8(const int8_t *a, int32_t length) {
  const int8x16_t ones = vdupq_n_s8(1);
  int32_t sum = 0;
  for (; length > 0; length -= 16, a += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)length);
    sum = vmladavaq_p_s8(sum, vldrbq_z_s8(a, some), ones, some);
  }
  return sum;
}

#endif
