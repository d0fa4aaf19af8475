/* Runs of bytes, sixteen at a time. */
#ifndef ARM_MVE_COPY_H
#define ARM_MVE_COPY_H

#include "../shared/mve.h"

/* Copies a run of bytes, the first one first: to the same place or before it, runs may overlap. */
static inline void arm_copy(int8_t *to, const int8_t *from, int32_t count) {
  for (; count > 0; count -= 16, to += 16, from += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)count);
    vstrbq_p_s8(to, vldrbq_z_s8(from, some), some);
  }
}

/* The same of runs that do not overlap, and may be long. */
static inline void arm_copy_long(int8_t *to, const int8_t *from, int32_t count) { arm_copy(to, from, count); }

/* Stores copies of a word's bytes, in their order. */
static inline void arm_fill(int8_t *to, uint32_t word, int32_t count) {
  const int8x16_t words = vreinterpretq_s8_s32(vdupq_n_s32((int32_t)word));
  for (; count > 0; count -= 16, to += 16) vstrbq_p_s8(to, words, vctp8q((uint32_t)count));
}

#endif
