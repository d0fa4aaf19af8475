/*
 * A channel's constants for one sum at a time; the output's zero point is in a rounding constant.
 *
 * A sum becomes an output by arm_requantize, with half of 2^shift and zero point * 2^shift as `rounding`, as long as it is
 * less than ARM_SUM_END and its factor's shift is not beyond ARM_LEAST_SHIFT and ARM_MOST_SHIFT.
 */
#ifndef ARM_SCALAR_CHANNEL_H
#define ARM_SCALAR_CHANNEL_H

#include <thimble/kit/layer.h>

#include "requantize.h"

typedef struct arm_channel {
  int32_t bias;
  int32_t multiplier;
  int32_t shift;
  int32_t rounding;
} arm_channel;

/* Channels that are read at once. */
enum { ARM_CHANNELS = 1 };

/* What all channels of a layer have. */
typedef struct arm_outputs {
  thimble_output_quantization quantization;
  /* Some sum may leave the bounds above: multipliers and shifts are the reference's. */
  thimble_bool is_unbounded;
  /* Bounded, and clamped to int8 only. */
  thimble_bool is_plain;
} arm_outputs;

/* [prepare] Of a layer that has no channel yet. */
static inline arm_outputs arm_outputs_of(const thimble_layer *layer) { return (arm_outputs){layer->output, 0, 0}; }

/* [prepare] A channel of sums whose magnitude is at most `most`, with its bias. */
arm_channel arm_add_channel(arm_outputs *outputs, int32_t bias, thimble_multiplier factor, int64_t most);

/* [prepare] When all channels are known. */
void arm_finish_channels(arm_outputs *outputs, arm_channel *channels, int32_t count);

/* The stored output for a sum with its bias, of a layer that is plain. */
static inline int8_t arm_store_plain(int32_t sum, const arm_channel *channel) {
  return (int8_t)arm_saturate_s8(arm_requantize(sum, channel->multiplier, channel->rounding, channel->shift));
}

/* The stored output for a sum with its bias. */
int8_t arm_store(int32_t sum, const arm_channel *channel, const arm_outputs *outputs);

#endif
