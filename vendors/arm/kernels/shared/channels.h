/*
 * What the channels of a layer of int8 have as constants, so that its loops take inputs as they are stored: the input's
 * zero point is in the bias, the output's in a rounding constant.
 *
 * A sum x becomes an output by high = (2x * multiplier + 2^31) >> 32 and
 * (high + (high >> 31) + rounding) >> shift, rounding = 2^(shift - 1) + zero point * 2^shift. These are the reference's
 * two roundings as long as |x| < 2^30 and 1 <= shift <= 21.
 */
#ifndef ARM_CHANNELS_H
#define ARM_CHANNELS_H

#include <thimble/kit/layer.h>

#include "requantize.h"

typedef struct arm_channel {
  int32_t bias;
  int32_t multiplier;
  int32_t shift;
  int32_t rounding;
} arm_channel;

/* What all channels of a layer have. */
typedef struct arm_outputs {
  thimble_output_quantization quantization;
  /* Some sum may leave the bounds above: multipliers and shifts are the reference's. */
  thimble_bool is_unbounded;
  /* Bounded, and clamped to int8 only. */
  thimble_bool is_plain;
} arm_outputs;

/* Where filter `channel` is: `count` weights from channel * stride on, one every `step`. */
typedef struct arm_filters {
  int32_t channels;
  int32_t count;
  int32_t stride;
  int32_t step;
} arm_filters;

/* [prepare] Fills in a layer's channels. */
arm_outputs arm_fill_channels(arm_channel *channels, const thimble_weights *weights, const thimble_layer *layer,
                              const arm_filters *filters);

/* The stored output for a sum with its bias, of a layer that is plain. */
static inline int8_t arm_store_plain(int32_t sum, const arm_channel *channel) {
  return (int8_t)arm_saturate_s8(arm_requantize(sum, channel->multiplier, channel->rounding, channel->shift));
}

/* The stored output for a sum with its bias. */
int8_t arm_store(int32_t sum, const arm_channel *channel, const arm_outputs *outputs);

/* [supports] A layer whose constants depend on its weights. */
thimble_status arm_supports_layer(const thimble_host *host, const thimble_node *node, thimble_weights_inputs inputs);

#endif
