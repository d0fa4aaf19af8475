/* One rounding of a sum's whole product: its lower word is left out before, which the rounding down does not see. */
#ifndef ARM_ROUND_ONCE_H
#define ARM_ROUND_ONCE_H

#include "dsp.h"

/* Of x * multiplier / 2^31 / 2^shift. */
enum { ARM_LEAST_SHIFT = 2 };

/* What `arm_requantize` shifts by: the upper word of a product is one bit less than x * multiplier / 2^31. */
static inline int32_t arm_last_shift(int32_t shift) { return shift - 1; }

/* x * multiplier / 2^31 / 2^shift rounded half up, plus what `rounding` holds beside half of 2^last. */
static inline int32_t arm_requantize(int32_t x, int32_t multiplier, int32_t rounding, int32_t last) {
  return dsp_smmla(x, multiplier, rounding) >> last;
}

#endif
