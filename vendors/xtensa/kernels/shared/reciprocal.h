/* Division by a number that many are divided by. */
#ifndef XTENSA_RECIPROCAL_H
#define XTENSA_RECIPROCAL_H

#include <thimble/kit/fixed_point.h>

#include "hifi.h"

/** thimble_one_over_one_plus in HiFi's instructions: 1 / (1 + a) for 0 <= a <= 1, Q0.31. */
static inline int32_t reciprocal(int32_t a) {
  const int32_t half_denominator = hifi_add(hifi_srli(a, 1), 1 << 30);
  int32_t x = hifi_add(THIMBLE_FORTY_EIGHT_SEVENTEENTHS_Q2,
                       hifi_mulfp32ras(half_denominator, THIMBLE_MINUS_THIRTY_TWO_SEVENTEENTHS_Q2));
  for (int32_t step = 0; step < 3; step++) {
    const int32_t error = hifi_sub(THIMBLE_ONE_Q2, hifi_mulfp32ras(half_denominator, x));
    x = hifi_add(x, hifi_slai32s(hifi_mulfp32ras(x, error), 2));
  }
  return hifi_slai32s(x, 1);
}

#endif
