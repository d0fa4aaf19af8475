/* Two pixels at once with Helium: one behind the other in scratch, sixteen elements at a time. */
#ifndef ARM_MVE_PAIR_H
#define ARM_MVE_PAIR_H

#include <arm_mve.h>

#include "../shared/words.h"

enum { ARM_LANES = 16 };

/* Bytes of scratch for two pixels of `length` elements. */
static inline uint32_t arm_pair_bytes(int32_t length) { return 2 * (uint32_t)length; }

/* Puts a pixel, 0 or 1, into a pair. */
static inline void arm_place_pixel(void *pair, int32_t pixel, const int8_t *from, int32_t length) {
  int8_t *to = (int8_t *)pair + pixel * length;
  for (; length >= ARM_LANES; length -= ARM_LANES, from += ARM_LANES, to += ARM_LANES) vst1q_s8(to, vld1q_s8(from));
  const mve_pred16_t rest = vctp8q((uint32_t)length);
  vst1q_p_s8(to, vld1q_z_s8(from, rest), rest);
}

/* Sums of two channels, a and b, at two pixels. */
typedef struct arm_block {
  int32_t a0, a1, b0, b1;
} arm_block;

/* Adds the products of sixteen weights of each channel. */
static inline __attribute__((always_inline)) void arm_multiply_lanes(arm_block *sums, int8x16_t first,
                                                                     int8x16_t second, int8x16_t a, int8x16_t b) {
  sums->a0 = vmladavaq_s8(sums->a0, first, a);
  sums->a1 = vmladavaq_s8(sums->a1, second, a);
  sums->b0 = vmladavaq_s8(sums->b0, first, b);
  sums->b1 = vmladavaq_s8(sums->b1, second, b);
}

/* Adds the products of two filters of `length` weights, the second `step` behind the first, with a pair. */
static inline __attribute__((always_inline)) void arm_multiply_pair(arm_block *sums, const void *pair,
                                                                    const int8_t *weights, int32_t step,
                                                                    int32_t length) {
  const int8_t *first = pair, *second = first + length, *later = weights + step;
  for (; length >= ARM_LANES; length -= ARM_LANES) {
    arm_multiply_lanes(sums, vld1q_s8(first), vld1q_s8(second), vld1q_s8(weights), vld1q_s8(later));
    first += ARM_LANES;
    second += ARM_LANES;
    weights += ARM_LANES;
    later += ARM_LANES;
  }
  if (length == 0) return;
  /* Lanes that are not loaded are 0, and so are their products. */
  const mve_pred16_t rest = vctp8q((uint32_t)length);
  arm_multiply_lanes(sums, vld1q_z_s8(first, rest), vld1q_z_s8(second, rest), vld1q_z_s8(weights, rest),
                     vld1q_z_s8(later, rest));
}

#endif
