/* Two vectors of int8, sixteen elements at a time. */
#ifndef ARM_MVE_DOT_H
#define ARM_MVE_DOT_H

#include <arm_mve.h>

/* `sum` with all products; wraps. */
static inline int32_t arm_dot_s8(const int8_t *a, const int8_t *b, int32_t length, int32_t sum) {
  for (; length >= 16; length -= 16, a += 16, b += 16) sum = vmladavaq_s8(sum, vld1q_s8(a), vld1q_s8(b));
  if (length == 0) return sum;
  const mve_pred16_t rest = vctp8q((uint32_t)length);
  return vmladavaq_s8(sum, vld1q_z_s8(a, rest), vld1q_z_s8(b, rest));
}

#endif
