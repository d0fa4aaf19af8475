#include "shared/channels.h"

#include "shared/unpack.h"

/* Of an input less its zero point. */
enum { MOST_INPUT = 255 };

/* A channel's sum of weights, which wraps, and of their magnitudes. */
typedef struct weight_sums {
  uint32_t sum;
  int64_t magnitudes;
} weight_sums;

static weight_sums sum_weights(const int8_t *weight, const arm_filters *filters, int32_t offset) {
  weight_sums sums = {0};
  for (int32_t i = 0; i < filters->count; i++, weight += filters->step) {
    const int64_t value = (int64_t)*weight + offset;
    sums.sum += (uint32_t)value;
    sums.magnitudes += value < 0 ? -value : value;
  }
  return sums;
}

const int8_t *arm_filter_of(const int8_t *filter, int32_t packed, void *to) {
  if (packed == 0) return filter;
  arm_unpack_s4(filter, to, packed);
  return to;
}

const int8_t *arm_weights_of(const thimble_host *host, const thimble_weights *weights) {
  const uint32_t count = weights->filter_info->element_count;
  if (weights->filter->type != THIMBLE_TYPE_INT4) return weights->filter->data;
  void *unpacked = host->allocate_temporary(host, count);
  return unpacked ? arm_filter_of(weights->filter->data, (int32_t)count, unpacked) : NULL;
}

arm_outputs arm_fill_channels(arm_channel *channels, const thimble_weights *weights, const thimble_layer *layer,
                              const arm_filters *filters) {
  const int8_t *filter = filters->weights;
  arm_outputs outputs = arm_outputs_of(layer);
  for (int32_t i = 0; i < filters->channels; i++, filter += filters->stride) {
    const weight_sums sums = sum_weights(filter, filters, layer->filter_offset);
    const int64_t own = weights->bias ? ((const int32_t *)weights->bias->data)[i] : 0;
    const uint32_t bias = (uint32_t)own + sums.sum * (uint32_t)layer->input_offset;
    const thimble_multiplier factor = thimble_quantize_multiplier(thimble_weights_factor(weights, i));
    const int64_t most = sums.magnitudes * MOST_INPUT + (own < 0 ? -own : own);
    channels[i] = arm_add_channel(&outputs, (int32_t)bias, factor, most);
  }
  arm_finish_channels(&outputs, channels, filters->channels);
  return outputs;
}

thimble_status arm_supports_layer(const thimble_host *host, const thimble_node *node, thimble_weights_inputs inputs) {
  const thimble_weights weights = thimble_weights_of(host, node, inputs);
  if (!(weights.filter_info->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the filter is no constant");
  if (weights.bias && !(weights.bias_info->flags & THIMBLE_TENSOR_CONSTANT))
    return thimble_decline(host, "the bias is no constant");
  return THIMBLE_OK;
}
