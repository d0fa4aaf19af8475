/*
 * Constant weights, with the input's zero point in the bias: sum((x + offset) * w) = sum(x * w) + offset * sum(w), so
 * that a product costs no addition of its own.
 */
#ifndef THIMBLE_KIT_FOLDED_BIAS_H
#define THIMBLE_KIT_FOLDED_BIAS_H

#include "glue.h"
#include "weights.h"

/** Where a channel's int8 weights are in the filter: `count` elements, each `step` behind the one before. */
typedef struct thimble_channel_weights {
  int32_t count;
  int32_t step;
  /** From one channel's first weight to the next one's. */
  int32_t channel_step;
} thimble_channel_weights;

/** [supports] Weights are summed up in prepare: they have to be there. Filter and bias are inputs 1 and 2. */
static inline thimble_status thimble_supports_constant_weights(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor *bias = thimble_optional_input(node, 2);
  if (!thimble_input(node, 1)->data) return thimble_decline(host, "the filter is no constant");
  if (bias && !bias->data) return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}

/** The sum of a channel's weights, the first one at `weights`. */
static inline uint32_t thimble_sum_weights(const int8_t *weights, const thimble_channel_weights *layout) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < layout->count; i++, weights += layout->step) sum += (uint32_t)(int32_t)*weights;
  return sum;
}

/** [prepare] A channel's bias plus what the input's zero point adds to its sum. Wraps. */
static inline uint32_t thimble_folded_bias(const thimble_weights *weights, const thimble_channel_weights *layout,
                                           int32_t channel) {
  const int8_t *filter = weights->filter->data;
  const uint32_t offset = (uint32_t)thimble_offset_of(weights->input_info);
  const uint32_t bias = weights->bias ? (uint32_t)thimble_bias_at(weights, channel) : 0;
  return bias + offset * thimble_sum_weights(filter + channel * layout->channel_step, layout);
}

#endif
