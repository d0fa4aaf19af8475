/* What layers of int8 and of int16 activations differ in: their inputs' loads, and how sums are stored, rounded once. */
#ifndef XTENSA_ACTIVATIONS_H
#define XTENSA_ACTIVATIONS_H

#include <thimble/kit/layer.h>

#include "requantize.h"

/** A type of activations. Places of them are counted in bytes. */
typedef struct activation_type {
  /** Of one. */
  int32_t bytes;
  /** Whether `offset` is added: 16 bits leave no room for it. */
  thimble_bool adds_offset;
  /** Up to four neighbours, and `offset` added to each; where there are fewer, the other lanes are no inputs. */
  hifi_int16x4 (*load)(const int8_t *from, int32_t count, hifi_int16x4 offset);
  /** One in all lanes, and `offset` added. */
  hifi_int16x4 (*load_same)(const int8_t *from, hifi_int16x4 offset);
  /** Stores a channel's output: of the sum of its products, without its bias. */
  void (*store)(int64_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data, int8_t *to);
} activation_type;

static inline hifi_int16x4 load_s8(const int8_t *from, int32_t count, hifi_int16x4 offset) {
  return hifi_add16(hifi_load_up_to_4(from, count), offset);
}

static inline hifi_int16x4 load_same_s8(const int8_t *from, hifi_int16x4 offset) {
  return hifi_add16(hifi_movda16(*from), offset);
}

static inline hifi_int16x4 load_s16(const int8_t *from, int32_t count, hifi_int16x4 offset) {
  (void)offset;
  return hifi_load_up_to_4_s16((const int16_t *)from, count);
}

static inline hifi_int16x4 load_same_s16(const int8_t *from, hifi_int16x4 offset) {
  (void)offset;
  return hifi_l16((const int16_t *)from);
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

static inline void store_s8(int64_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data,
                            int8_t *to) {
  hifi_s8(clamp_output(scale_sum(sum, channel, layer, data), &layer->output), to);
}

static inline void store_s16(int64_t sum, int32_t channel, const thimble_layer *layer, const thimble_layer_data *data,
                             int8_t *to) {
  hifi_s16(clamp_output(scale_wide_sum(sum, channel, layer, data), &layer->output), (int16_t *)to);
}

static const activation_type activations_s8 = {1, 1, load_s8, load_same_s8, store_s8};
static const activation_type activations_s16 = {2, 0, load_s16, load_same_s16, store_s16};

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
