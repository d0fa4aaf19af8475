/* What layers of int8 and of int16 activations differ in: whether offsets are added, and how sums are scaled. */
#ifndef XTENSA_ACTIVATIONS_H
#define XTENSA_ACTIVATIONS_H

#include <thimble/kit/layer.h>

#include "requantize.h"
#include "stored.h"

/** A type of activations. */
typedef struct activation_type {
  const stored_type *stored;
  /** Whether an offset is added to each: 16 bits leave no room for it. */
  thimble_bool adds_offset;
  /** A channel's sum of products, without its bias, in the output's scale. */
  int32_t (*scale)(int64_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data);
} activation_type;

/** Loaded lanes with the offset added. */
static inline hifi_int16x4 offset_activations(const activation_type *type, hifi_int16x4 x, hifi_int16x4 offset) {
  return type->adds_offset ? hifi_add16(x, offset) : x;
}

static inline int32_t scale_sum(int64_t sum, int32_t channel, const thimble_layer *layer,
                                const thimble_layer_data *data) {
  const int32_t bias = data->bias ? hifi_l32((const int32_t *)data->bias + channel) : 0;
  const hifi_scaling by = scaling_of(data->factors + channel * layer->factor_step);
  return requantize(hifi_add(hifi_movad32_l(sum), bias), &by);
}

static inline int64_t wide_bias(const thimble_layer_data *data, int32_t channel) {
  if (!data->bias) return 0;
  if (data->bias_type == THIMBLE_TYPE_INT16) return hifi_l16s((const int16_t *)data->bias + channel);
  return hifi_l64((const int64_t *)data->bias + channel);
}

static inline int32_t scale_wide_sum(int64_t sum, int32_t channel, const thimble_layer *layer,
                                     const thimble_layer_data *data) {
  if (layer->is_narrow) return scale_sum(sum, channel, layer, data);
  const hifi_scaling by = wide_scaling_of(data->factors + channel * layer->factor_step);
  return requantize_wide(hifi_add64(sum, wide_bias(data, channel)), &by);
}

/** Stores a channel's output: of the sum of its products, without its bias. */
static inline void store_sum(const activation_type *type, int64_t sum, int32_t channel, const thimble_layer *layer,
                             const thimble_layer_data *data, int8_t *to) {
  type->stored->store(clamp_output(type->scale(sum, channel, layer, data), &layer->output), to);
}

static const activation_type activations_s8 = {&stored_s8, 1, scale_sum};
static const activation_type activations_s16 = {&stored_s16, 0, scale_wide_sum};

/** Defines the invokes of a layer's kernels, invoke_s8 and invoke_s16, of what runs a node of a type of activations. */
#define LAYER_INVOKES(run)                                                              \
  static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {      \
    (void)host;                                                                         \
    run(node, &activations_s8);                                                         \
    return THIMBLE_OK;                                                                  \
  }                                                                                     \
  static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {     \
    (void)host;                                                                         \
    run(node, &activations_s16);                                                        \
    return THIMBLE_OK;                                                                  \
  }

#endif
