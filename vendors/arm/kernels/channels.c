#include "shared/channels.h"

/* Of an input less its zero point. */
enum { MOST_INPUT = 255 };

/* A channel whose multiplier and shift are the reference's; `magnitudes` becomes the sum of its weights' magnitudes. */
static arm_channel channel_of(const thimble_weights *weights, const thimble_layer *layer, const arm_filters *filters,
                              int32_t channel, int64_t *magnitudes) {
  const int8_t *weight = (const int8_t *)weights->filter->data + channel * filters->stride;
  const thimble_multiplier factor = thimble_quantize_multiplier(thimble_weights_factor(weights, channel));
  uint32_t sum = 0;
  *magnitudes = 0;
  for (int32_t i = 0; i < filters->count; i++, weight += filters->step) {
    const int64_t value = (int64_t)*weight + layer->filter_offset;
    sum += (uint32_t)value;
    *magnitudes += value < 0 ? -value : value;
  }
  const uint32_t bias = weights->bias ? ((const uint32_t *)weights->bias->data)[channel] : 0;
  return (arm_channel){.bias = (int32_t)(bias + sum * (uint32_t)layer->input_offset),
                       .multiplier = factor.multiplier,
                       .shift = factor.shift};
}

/* Whether a channel's sums, of inputs less their zero point, are within the bounds. */
static int32_t is_bounded_channel(const arm_channel *channel, int64_t magnitudes, const thimble_weights *weights,
                                  int32_t i) {
  const int64_t bias = weights->bias ? ((const int32_t *)weights->bias->data)[i] : 0;
  const int64_t most = magnitudes * MOST_INPUT + (bias < 0 ? -bias : bias);
  return most < ARM_SUM_END && (arm_is_shift(-channel->shift) || channel->multiplier == 0);
}

/* Makes the multiplier and shift of a bounded channel what the header's formula takes. */
static void bind_channel(arm_channel *channel, int32_t zero_point) {
  channel->shift = channel->multiplier == 0 ? 1 : -channel->shift;
  channel->rounding = (1 << (channel->shift - 1)) + zero_point * (1 << channel->shift);
}

arm_outputs arm_fill_channels(arm_channel *channels, const thimble_weights *weights, const thimble_layer *layer,
                              const arm_filters *filters) {
  const int32_t zero_point = layer->output.zero_point;
  int32_t is_bounded = 1;
  for (int32_t i = 0; i < filters->channels; i++) {
    int64_t magnitudes;
    channels[i] = channel_of(weights, layer, filters, i, &magnitudes);
    is_bounded &= is_bounded_channel(&channels[i], magnitudes, weights, i);
  }
  for (int32_t i = 0; i < filters->channels && is_bounded; i++) bind_channel(&channels[i], zero_point);
  const int32_t is_full = layer->output.range.min == INT8_MIN && layer->output.range.max == INT8_MAX;
  return (arm_outputs){layer->output, !is_bounded, is_bounded && is_full};
}

int8_t arm_store(int32_t sum, const arm_channel *channel, const arm_outputs *outputs) {
  if (outputs->is_unbounded) {
    const thimble_multiplier factor = {channel->multiplier, channel->shift};
    return (int8_t)thimble_store(thimble_requantize(sum, factor), &outputs->quantization);
  }
  const thimble_range range = outputs->quantization.range;
  return (int8_t)thimble_clamp(arm_store_plain(sum, channel), range.min, range.max);
}

thimble_status arm_supports_layer(const thimble_host *host, const thimble_node *node, thimble_weights_inputs inputs) {
  const thimble_weights weights = thimble_weights_of(host, node, inputs);
  if (!(weights.filter_info->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the filter is no constant");
  if (weights.bias && !(weights.bias_info->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}
