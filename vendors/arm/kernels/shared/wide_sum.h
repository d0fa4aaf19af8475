/* From a channel's sum of 64 bits to its output of int16. */
#ifndef ARM_WIDE_SUM_H
#define ARM_WIDE_SUM_H

#include <thimble/kit/layer.h>

/* `sum` is that of the channel's products, without its bias. */
static inline int16_t arm_store_wide_sum(int64_t sum, int32_t channel, const thimble_layer *layer,
                                         const thimble_layer_data *data) {
  const int64_t total = sum + thimble_wide_bias(data, channel);
  return (int16_t)thimble_store_wide_sum(total, channel, layer, data->factors);
}

#endif
