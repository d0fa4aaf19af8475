/* Sums to stored outputs, rounded once. */
#ifndef XTENSA_STORE_H
#define XTENSA_STORE_H

#include <thimble/kit/layer.h>

#include "requantize.h"

/** Stores a channel's output: of the sum of its products, without its bias. */
static inline void store_sum(int32_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data,
                             int8_t *output) {
  const int32_t bias = data->bias ? hifi_l32((const int32_t *)data->bias + channel) : 0;
  const hifi_scaling by = scaling_of(data->factors + channel * layer->factor_step);
  const int32_t scaled = requantize(hifi_add(sum, bias), &by);
  const thimble_range *range = &layer->output.range;
  const int32_t value = hifi_add(scaled, layer->output.zero_point);
  hifi_s8(hifi_min(hifi_max(value, range->min), range->max), output);
}

#endif
