#include <thimble/kit/fully_connected.h>

#include "shared/dot.h"
#include "portable_kernels.h"

/* Weights with a zero point: the reference's models have none, so that the common case is the plain dot product. */
#define ROW_SUM(type, input_type, filter_type, sum_type)                                                       \
  static inline sum_type row_sum_##type(const input_type *input, const filter_type *weights, int32_t length,  \
                                        const thimble_layer *layer) {                                         \
    sum_type sum = dot_##type(input, weights, length, layer->input_offset);                                    \
    if (layer->filter_offset == 0) return sum;                                                                 \
    for (int32_t i = 0; i < length; i++) {                                                                     \
      sum += (sum_type)(input[i] + layer->input_offset) * (sum_type)layer->filter_offset;                      \
    }                                                                                                          \
    return sum;                                                                                                \
  }

/* Invoke of a type: `store` makes an output of `sum`, the channel's products. */
#define FULLY_CONNECTED_INVOKE(type, input_type, filter_type, sum_type, store)                                      \
  ROW_SUM(type, input_type, filter_type, sum_type)                                                                  \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const thimble_fully_connected_params *params = node->params;                                                    \
    const thimble_layer *layer = node->data;                                                                        \
    const thimble_layer_data data = thimble_layer_data_of(node, layer, THIMBLE_FULLY_CONNECTED_INPUTS);             \
    const int32_t depth = params->input_depth;                                                                      \
    const input_type *input = data.input;                                                                           \
    input_type *output = data.output;                                                                               \
    for (int32_t batch = 0; batch < params->batches; batch++, input += depth) {                                     \
      const filter_type *weights = data.filter;                                                                     \
      for (int32_t channel = 0; channel < params->output_depth; channel++, weights += depth) {                      \
        const sum_type sum = row_sum_##type(input, weights, depth, layer);                                          \
        *output++ = (input_type)(store);                                                                            \
      }                                                                                                             \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

FULLY_CONNECTED_INVOKE(s8, int8_t, int8_t, uint32_t,
                       thimble_store_sum((int32_t)(sum + thimble_bias_s32(&data, channel)), channel, layer,
                                         data.factors))
FULLY_CONNECTED_INVOKE(s16, int16_t, int8_t, int64_t, thimble_store_wide_sum(sum, channel, layer, &data))
FULLY_CONNECTED_INVOKE(f32, float, float, float, thimble_store_f32(sum + thimble_bias_f32(&data, channel), layer))

THIMBLE_KERNEL(fully_connected_s8, "FULLY_CONNECTED", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke_s8);
THIMBLE_KERNEL(fully_connected_s16, "FULLY_CONNECTED", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke_s16);
THIMBLE_KERNEL(fully_connected_f32, "FULLY_CONNECTED", "float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, .prepare = thimble_prepare_fully_connected, .invoke = invoke_f32);
