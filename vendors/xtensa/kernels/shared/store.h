/* Sums to stored outputs, rounded once. */
#ifndef XTENSA_STORE_H
#define XTENSA_STORE_H

#include <thimble/kit/layer.h>

#include "hifi.h"

/** thimble_requantize_single in HiFi's instructions: half a unit is added to the whole product, which is shifted. */
static inline int32_t requantize(int32_t sum, const thimble_multiplier *factor) {
  const int32_t right = 31 - hifi_l32(&factor->shift);
  const int64_t product = hifi_mul32_ll(sum, hifi_l32(&factor->multiplier));
  const int64_t half = right == 0 ? 0 : hifi_slaa64(1, right - 1);
  return hifi_movad32_l(hifi_sraa64(hifi_add64(product, half), right));
}

/** Stores a channel's output: of the sum of its products, without its bias. */
static inline void store_sum(int32_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data,
                             int8_t *output) {
  const int32_t bias = data->bias ? hifi_l32((const int32_t *)data->bias + channel) : 0;
  const int32_t scaled = requantize(hifi_add(sum, bias), data->factors + channel * layer->factor_step);
  const thimble_range *range = &layer->output.range;
  const int32_t value = hifi_add(scaled, layer->output.zero_point);
  hifi_s8(hifi_min(hifi_max(value, range->min), range->max), output);
}

#endif
