/*
 * One rounding of the whole product of 64 bits, a word at a time: of its words at most one rounds. The upper one moves to
 * its place in the result, to the left or rounded to the right; the lower one adds its part, a rounding bit at least.
 */
#ifndef ARM_MVE_LANES_ONCE_H
#define ARM_MVE_LANES_ONCE_H

#include <thimble/kit/quantize_multiplier.h>

#include "../shared/mve.h"

/* A factor, and the shifts of a product's words; those to the right are negative. */
typedef struct arm_factor {
  int32_t multiplier;
  int32_t upper;
  int32_t lower;
} arm_factor;

/* Shifts are taken as bytes: those to the left of more than 63 leave nothing, too. */
static inline arm_factor arm_factor_of(thimble_multiplier by) {
  const int32_t shift = by.shift < 63 ? by.shift : 63;
  return (arm_factor){by.multiplier, shift + 1, shift - 31};
}

/* Lanes with a factor each. */
static inline int32x4_t arm_requantize_each(int32x4_t x, int32x4_t multiplier, int32x4_t upper, int32x4_t lower) {
  const uint32x4_t low = vreinterpretq_u32_s32(vmulq_s32(x, multiplier));
  const int32x4_t high = vrshlq_s32(vmulhq_s32(x, multiplier), upper);
  return vaddq_s32(high, vreinterpretq_s32_u32(vrshlq_u32(low, lower)));
}

/* Lanes with one factor. */
static inline int32x4_t arm_requantize_lanes(int32x4_t x, const arm_factor *by) {
  const int32x4_t multiplier = vdupq_n_s32(by->multiplier);
  const uint32x4_t low = vreinterpretq_u32_s32(vmulq_s32(x, multiplier));
  const int32x4_t high = vrshlq_n_s32(vmulhq_s32(x, multiplier), by->upper);
  return vaddq_s32(high, vreinterpretq_s32_u32(vrshlq_n_u32(low, by->lower)));
}

#endif
