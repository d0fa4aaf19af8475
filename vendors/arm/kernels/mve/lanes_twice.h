/*
 * The reference's two roundings: a shift to the left, a high multiply, and a shift to the right that rounds half up, of
 * numbers that are one less where they are negative.
 */
#ifndef ARM_MVE_LANES_TWICE_H
#define ARM_MVE_LANES_TWICE_H

#include <thimble/kit/quantize_multiplier.h>

#include "../shared/mve.h"

/* A factor; shifts to the right are negative. */
typedef struct arm_factor {
  int32_t multiplier;
  int32_t left;
  int32_t right;
} arm_factor;

static inline arm_factor arm_factor_of(thimble_multiplier by) {
  return (arm_factor){by.multiplier, by.shift > 0 ? by.shift : 0, by.shift > 0 ? 0 : by.shift};
}

/* Lanes with one factor. */
static inline int32x4_t arm_requantize_lanes(int32x4_t x, const arm_factor *by) {
  const int32x4_t high = vqrdmulhq_n_s32(vshlq_r_s32(x, by->left), by->multiplier);
  const int32x4_t down = vshrq_n_s32(vandq_s32(high, vdupq_n_s32(by->right)), 31);
  return vrshlq_n_s32(vaddq_s32(high, down), by->right);
}

/* Lanes with a factor each. */
static inline int32x4_t arm_requantize_each(int32x4_t x, int32x4_t multiplier, int32x4_t left, int32x4_t right) {
  const int32x4_t high = vqrdmulhq_s32(vshlq_s32(x, left), multiplier);
  return vrshlq_s32(vaddq_s32(high, vshrq_n_s32(vandq_s32(high, right), 31)), right);
}

#endif
