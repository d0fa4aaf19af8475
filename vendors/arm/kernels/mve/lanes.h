/* Four sums to four outputs at a time, for any factor. */
#ifndef ARM_MVE_LANES_H
#define ARM_MVE_LANES_H

#include <thimble/kit/layer.h>

#if defined(THIMBLE_SINGLE_ROUNDING)
#include "lanes_once.h"
#else
#include "lanes_twice.h"
#endif

enum { ARM_LANES = 4 };

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
