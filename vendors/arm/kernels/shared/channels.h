/*
 * What the channels of a layer of int8 have as constants, so that its loops take inputs as they are stored: the input's
 * zero point is in the bias.
 */
#ifndef ARM_CHANNELS_H
#define ARM_CHANNELS_H

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/channel.h"
#else
#include "scalar_channel.h"
#endif

/* A layer's weights as int8. Filter `channel` is `count` of them from channel * stride on, one every `step`. */
typedef struct arm_filters {
  const int8_t *weights;
  int32_t channels;
  int32_t count;
  int32_t stride;
  int32_t step;
} arm_filters;

/* Channels that there is room for: whole groups that are read at once. */
static inline uint32_t arm_channel_places(int32_t count) {
  return ((uint32_t)count + ARM_CHANNELS - 1) / ARM_CHANNELS * ARM_CHANNELS;
}

/*
 * [prepare, once] A layer's channels as the node's constants, and behind them `more` bytes for each that there is room
 * for. NULL: out of memory.
 */
static inline arm_channel *arm_allocate_channels(const thimble_host *host, thimble_node *node, int32_t count,
                                                 uint32_t more) {
  return host->allocate_constants(host, node, arm_channel_places(count) * ((uint32_t)sizeof(arm_channel) + more));
}

/* What lies behind a node's channels. */
static inline void *arm_behind_channels(const thimble_node *node, int32_t count) {
  return (arm_channel *)node->constants + arm_channel_places(count);
}

/* [prepare] The weights themselves; those of int4 are unpacked in temporary memory. NULL: out of memory. */
const int8_t *arm_weights_of(const thimble_host *host, const thimble_weights *weights);

/* [invoke] A filter as int8: itself, or its `packed` weights of int4 unpacked to `to`, if there are any. */
const int8_t *arm_filter_of(const int8_t *filter, int32_t packed, void *to);

/* [prepare] Fills in a layer's channels. */
arm_outputs arm_fill_channels(arm_channel *channels, const thimble_weights *weights, const thimble_layer *layer,
                              const arm_filters *filters);

/* [supports] A layer whose constants depend on its weights. */
thimble_status arm_supports_layer(const thimble_host *host, const thimble_node *node, thimble_weights_inputs inputs);

#endif
