/* What each output channel of a layer needs besides its weights, made once in prepare. */
#ifndef ESP32_CHANNELS_H
#define ESP32_CHANNELS_H

#include <thimble/kit/folded_bias.h>

/** An output is its sum, from `bias` on, times doubled / 2^32 / 2^right. */
typedef struct channel {
  uint32_t bias;
  /** Twice the multiplier: the upper 32 bits of a product with it are those of a doubling high multiply. */
  uint32_t doubled;
  /** Bits to the right; less than 0 is to the left. */
  int32_t right;
} channel;

/** A channel with a factor and no bias. */
static inline channel channel_of(thimble_multiplier factor) {
  return (channel){.doubled = (uint32_t)factor.multiplier << 1, .right = -factor.shift};
}

/** Where weights are that stand behind the channels among the constants: at a multiple of 16 bytes. */
static inline uint32_t kept_weights_offset(int32_t count) {
  return ((uint32_t)count * (uint32_t)sizeof(channel) + 15) & ~15u;
}

/**
 * [prepare, once] A `channel` for each output channel as the node's constants, and room for as many bytes of weights as
 * the tier lays out anew.
 */
static inline thimble_status keep_channels(const thimble_host *host, thimble_node *node,
                                           const thimble_weights *weights, thimble_channel_weights layout,
                                           int32_t count, int64_t weight_bytes) {
  if (count == 0) return THIMBLE_OK;
  const int64_t bytes = kept_weights_offset(count) + weight_bytes;
  channel *channels = bytes > INT32_MAX ? NULL : host->allocate_constants(host, node, (uint32_t)bytes);
  if (!channels) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < count; i++) {
    channels[i] = channel_of(thimble_quantize_multiplier(thimble_weights_factor(weights, i)));
    channels[i].bias = thimble_folded_bias(weights, &layout, i);
  }
  return THIMBLE_OK;
}

#endif
