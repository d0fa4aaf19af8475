/* Numbers to another scale, rounded once. */
#ifndef XTENSA_REQUANTIZE_H
#define XTENSA_REQUANTIZE_H

#include <thimble/kit/requantize.h>

#include "hifi.h"

/** A factor as it is multiplied by: its multiplier, the bits to the right, and half a unit of what remains. */
typedef struct hifi_scaling {
  int32_t multiplier;
  int32_t right;
  int64_t half;
} hifi_scaling;

static inline hifi_scaling scaling_of(const thimble_multiplier *factor) {
  const int32_t right = 31 - hifi_l32(&factor->shift);
  return (hifi_scaling){hifi_l32(&factor->multiplier), right, right == 0 ? 0 : hifi_slaa64(1, right - 1)};
}

/** thimble_requantize_single in HiFi's instructions: half a unit is added to the whole product, which is shifted. */
static inline int32_t requantize(int32_t x, const hifi_scaling *by) {
  return hifi_movad32_l(hifi_sraa64(hifi_add64(hifi_mul32_ll(x, by->multiplier), by->half), by->right));
}

#endif
