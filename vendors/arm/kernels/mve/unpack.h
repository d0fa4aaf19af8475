/* int4 to int8, thirty-two weights at a time. */
#ifndef ARM_MVE_UNPACK_H
#define ARM_MVE_UNPACK_H

#include <thimble/kit/layer.h>

#include "../shared/mve.h"

static inline void arm_unpack_s4(const int8_t *packed, int8_t *unpacked, int32_t count) {
  for (; count >= 32; count -= 32, packed += 16, unpacked += 32) {
    const int8x16_t bytes = vldrbq_s8(packed);
    const int8x16x2_t weights = {{vshrq_n_s8(vshlq_n_s8(bytes, 4), 4), vshrq_n_s8(bytes, 4)}};
    vst2q_s8(unpacked, weights);
  }
  thimble_unpack_s4(packed, unpacked, count);
}

#endif
