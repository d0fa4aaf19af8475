/*
 * Four sums to four outputs at a time, by the reference's two roundings for any factor: a shift to the left, a high
 * multiply, and a shift to the right that rounds half up, of numbers that are one less where they are negative.
 */
#ifndef ARM_MVE_LANES_H
#define ARM_MVE_LANES_H

#include <thimble/kit/layer.h>

#include "../shared/mve.h"

enum { ARM_LANES = 4 };

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

/* What all outputs of a layer have. */
typedef struct arm_lane_outputs {
  int32_t zero_point;
  int32x4_t min;
  int32x4_t max;
} arm_lane_outputs;

static inline arm_lane_outputs arm_lane_outputs_of(const thimble_output_quantization *q) {
  return (arm_lane_outputs){q->zero_point, vdupq_n_s32(q->range.min), vdupq_n_s32(q->range.max)};
}

/* Numbers in the output's scale as they are stored. */
static inline int32x4_t arm_store_lanes(int32x4_t x, const arm_lane_outputs *outputs) {
  return vminq_s32(vmaxq_s32(vaddq_n_s32(x, outputs->zero_point), outputs->min), outputs->max);
}

/* Offsets of lanes that are `step` apart. */
static inline uint32x4_t arm_lane_offsets(int32_t step) {
  const uint32_t by = (uint32_t)step;
  return (uint32x4_t){0, by, 2 * by, 3 * by};
}

#endif
