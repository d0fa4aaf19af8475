/*
 * What each output channel of a layer needs besides its weights, made once in prepare. The input's zero point is in the
 * bias: sum((x + offset) * w) = sum(x * w) + offset * sum(w), so that a product costs no addition of its own.
 */
#ifndef ESP32_CHANNELS_H
#define ESP32_CHANNELS_H

#include <thimble/kit/glue.h>
#include <thimble/kit/weights.h>

/** An output is its sum, from `bias` on, times doubled / 2^32 / 2^right. */
typedef struct channel {
  uint32_t bias;
  /** Twice the multiplier: the upper 32 bits of a product with it are those of a doubling high multiply. */
  uint32_t doubled;
  /** Bits to the right; less than 0 is to the left. */
  int32_t right;
} channel;

/** Where a channel's weights are in the filter: `count` elements, each `step` behind the one before. */
typedef struct channel_weights {
  int32_t count;
  int32_t step;
  /** From one channel's first weight to the next one's. */
  int32_t channel_step;
} channel_weights;

/** [supports] Weights are summed up in prepare: they have to be there. */
static inline thimble_status supports_constant_weights(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *bias = thimble_optional_input(node, 2);
  if (!thimble_input(node, 1)->data) return thimble_decline(host, "the filter is no constant");
  if (bias && !bias->data) return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}

static inline uint32_t sum_weights(const int8_t *weights, const channel_weights *layout) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < layout->count; i++, weights += layout->step) sum += (uint32_t)(int32_t)*weights;
  return sum;
}

/** [prepare, once] A `channel` for each output channel as the node's constants. */
static inline thimble_status keep_channels(const thimble_host *host, thimble_node *node,
                                           const thimble_weights *weights, channel_weights layout, int32_t count) {
  if (count == 0) return THIMBLE_OK;
  const uint32_t offset = (uint32_t)thimble_offset_of(weights->input_info);
  const int8_t *filter = weights->filter->data;
  channel *channels = host->allocate_constants(host, node, (uint32_t)count * (uint32_t)sizeof *channels);
  if (!channels) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < count; i++, filter += layout.channel_step) {
    const thimble_multiplier factor = thimble_quantize_multiplier(thimble_weights_factor(weights, i));
    const uint32_t bias = weights->bias ? (uint32_t)thimble_bias_at(weights, i) : 0;
    channels[i] = (channel){bias + offset * sum_weights(filter, &layout), (uint32_t)factor.multiplier << 1,
                            -factor.shift};
  }
  return THIMBLE_OK;
}

#endif
