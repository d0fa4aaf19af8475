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

enum { ARM_MOST_SHIFT = 21, ARM_MOST_ZERO_POINT = 256 };

/* A channel whose multiplier and shift are the reference's; `magnitudes` becomes the sum of its weights' magnitudes. */
static inline arm_channel arm_channel_of(const thimble_weights *weights, const thimble_layer *layer,
                                         const arm_filters *filters, int32_t channel, int64_t *magnitudes) {
  const int8_t *weight = (const int8_t *)weights->filter->data + channel * filters->stride;
  const thimble_multiplier factor = thimble_quantize_multiplier(thimble_weights_factor(weights, channel));
  uint32_t sum = 0;
  *magnitudes = 0;
  for (int32_t i = 0; i < filters->count; i++, weight += filters->step) {
    const int32_t value = *weight + layer->filter_offset;
    sum += (uint32_t)value;
    *magnitudes += value < 0 ? -value : value;
  }
  const uint32_t bias = weights->bias ? ((const uint32_t *)weights->bias->data)[channel] : 0;
  return (arm_channel){.bias = (int32_t)(bias + sum * (uint32_t)layer->input_offset),
                       .multiplier = factor.multiplier,
                       .shift = factor.shift};
}

static inline int32_t arm_magnitude(int32_t x) { return x < 0 ? -x : x; }

/* Whether a channel's sums, of inputs less their zero point, are within the bounds. */
static inline int32_t arm_is_bounded(const arm_channel *channel, int64_t magnitudes, const thimble_weights *weights,
                                     int32_t i) {
  const int64_t bias = weights->bias ? ((const int32_t *)weights->bias->data)[i] : 0;
  const int64_t most = magnitudes * (ARM_MOST_ZERO_POINT + INT8_MAX) + (bias < 0 ? -bias : bias);
  const int32_t is_shifted = channel->shift <= -1 && channel->shift >= -ARM_MOST_SHIFT;
  return most < 1 << 30 && (is_shifted || channel->multiplier == 0);
}

/* [prepare] Makes the multiplier and shift of a bounded channel what the formula above takes. */
static inline void arm_bind_channel(arm_channel *channel, int32_t zero_point) {
  channel->shift = channel->multiplier == 0 ? 1 : -channel->shift;
  channel->rounding = (1 << (channel->shift - 1)) + zero_point * (1 << channel->shift);
}

/* [prepare] Fills in a layer's channels. */
static inline arm_outputs arm_fill_channels(arm_channel *channels, const thimble_weights *weights,
                                            const thimble_layer *layer, const arm_filters *filters) {
  const int32_t zero_point = layer->output.zero_point;
  int32_t is_bounded = arm_magnitude(zero_point) <= ARM_MOST_ZERO_POINT &&
                       arm_magnitude(layer->input_offset) <= ARM_MOST_ZERO_POINT;
  for (int32_t i = 0; i < filters->channels; i++) {
    int64_t magnitudes;
    channels[i] = arm_channel_of(weights, layer, filters, i, &magnitudes);
    is_bounded &= arm_is_bounded(&channels[i], magnitudes, weights, i);
  }
  for (int32_t i = 0; i < filters->channels && is_bounded; i++) arm_bind_channel(&channels[i], zero_point);
  const int32_t is_full = layer->output.range.min == INT8_MIN && layer->output.range.max == INT8_MAX;
  return (arm_outputs){layer->output, !is_bounded, is_bounded && is_full};
}

/* The stored output for a sum with its bias, of a layer that is plain. */
static inline int8_t arm_store_plain(int32_t sum, const arm_channel *channel) {
  return (int8_t)arm_saturate_s8(arm_requantize(sum, channel->multiplier, channel->rounding, channel->shift));
}

/* The stored output for a sum with its bias. */
static __attribute__((noinline, unused)) int8_t arm_store(int32_t sum, const arm_channel *channel,
                                                          const arm_outputs *outputs) {
  if (outputs->is_unbounded) {
    const thimble_multiplier factor = {channel->multiplier, channel->shift};
    return (int8_t)thimble_store(thimble_requantize(sum, factor), &outputs->quantization);
  }
  const thimble_range range = outputs->quantization.range;
  return (int8_t)thimble_clamp(arm_store_plain(sum, channel), range.min, range.max);
}

/* [supports] A layer whose constants depend on its weights. */
static inline thimble_status arm_supports_layer(const thimble_host *host, const thimble_node *node,
                                                thimble_weights_inputs inputs) {
  const thimble_weights weights = thimble_weights_of(host, node, inputs);
  if (!(weights.filter_info->flags & THIMBLE_TENSOR_CONSTANT)) return thimble_decline(host, "the filter is no constant");
  if (weights.bias && !(weights.bias_info->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}

#endif
