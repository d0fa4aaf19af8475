/* What a channel has as constants with Helium: its zero points' share in the bias, and a factor. */
#ifndef ARM_MVE_CHANNEL_H
#define ARM_MVE_CHANNEL_H

#include "lanes.h"

typedef struct arm_channel {
  int32_t bias;
  arm_factor factor;
} arm_channel;

/* What all channels of a layer have. */
typedef thimble_output_quantization arm_outputs;

/* Channels are read four at a time. */
enum { ARM_CHANNELS = ARM_LANES };

/* [prepare] Of a layer that has no channel yet. */
static inline arm_outputs arm_outputs_of(const thimble_layer *layer) { return layer->output; }

/* [prepare] A channel; any sum is requantized in the same way. */
static inline arm_channel arm_add_channel(arm_outputs *outputs, int32_t bias, thimble_multiplier by, int64_t most) {
  (void)outputs, (void)most;
  return (arm_channel){bias, arm_factor_of(by)};
}

/* [prepare] When all channels are known. */
static inline void arm_finish_channels(arm_outputs *outputs, arm_channel *channels, int32_t count) {
  (void)outputs, (void)channels, (void)count;
}

/* The stored outputs for sums without their biases, of the four channels from `channels` on. */
static inline int32x4_t arm_store_channels(int32x4_t sums, const arm_channel *channels,
                                           const arm_lane_outputs *outputs) {
  const int32x4x4_t by = vld4q_s32((const int32_t *)channels);
  const int32x4_t scaled = arm_requantize_each(vaddq_s32(sums, by.val[0]), by.val[1], by.val[2], by.val[3]);
  return arm_store_lanes(scaled, outputs);
}

#endif
