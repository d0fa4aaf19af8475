/* The greater, or the smaller, of two numbers, sixteen at a time. */
#ifndef ARM_MVE_EXTREMES_H
#define ARM_MVE_EXTREMES_H

#include "../shared/mve.h"

enum { ARM_EXTREMES = 16 };

#define ARM_STORE_EXTREMES(name, extreme)                                                                          \
  static inline void name(const int8_t *a, const int8_t *b, int32_t step, int32_t length, int8_t *output) {        \
    for (; length > 0; length -= ARM_EXTREMES, a += ARM_EXTREMES, b += step, output += ARM_EXTREMES) {             \
      const mve_pred16_t some = vctp8q((uint32_t)length);                                                          \
      vstrbq_p_s8(output, extreme(vldrbq_z_s8(a, some), vldrbq_z_s8(b, some)), some);                              \
    }                                                                                                              \
  }

ARM_STORE_EXTREMES(arm_store_greater, vmaxq_s8)
ARM_STORE_EXTREMES(arm_store_smaller, vminq_s8)

#endif
