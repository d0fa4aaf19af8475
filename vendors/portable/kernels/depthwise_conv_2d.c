#include <thimble/kit/conv.h>

#include "portable_kernels.h"

/* The sum of a channel's products under a window: from `input`, its first tap's, with weights from `filter` on. */
#define SUM_TAPS(type, input_type, filter_type, sum_type)                                                           \
  static inline sum_type sum_taps_##type(const thimble_depthwise_conv *conv, const thimble_window_cursor *at,      \
                                         const input_type *input, const filter_type *filter) {                     \
    const int32_t depth = conv->output_depth, step = conv->windows.column_step;                                     \
    const int32_t columns = at->end_column - at->first_column, offset = conv->layer.input_offset;                   \
    sum_type sum = 0;                                                                                               \
    filter += at->first_row * conv->filter_row + at->first_column * depth;                                          \
    for (int32_t y = at->first_row; y < at->end_row; y++) {                                                         \
      const input_type *from = input;                                                                               \
      const filter_type *taps = filter;                                                                             \
      for (int32_t x = 0; x < columns; x++, from += step, taps += depth) sum += PRODUCT_##type(*from, *taps, offset); \
      input += conv->windows.row_step;                                                                              \
      filter += conv->filter_row;                                                                                   \
    }                                                                                                               \
    return sum;                                                                                                     \
  }

#define PRODUCT_s8(x, weight, offset) (uint32_t)(((x) + (offset)) * (weight))
#define PRODUCT_s16(x, weight, offset) (int64_t)(((x) + (offset)) * (weight))
#define PRODUCT_f32(x, weight, offset) ((void)(offset), (x) * (weight))

/* Invoke of a type: `store` makes an output of `sum`, the channel's products. */
#define DEPTHWISE_INVOKE(type, input_type, filter_type, sum_type, store)                                            \
  SUM_TAPS(type, input_type, filter_type, sum_type)                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const thimble_depthwise_conv *conv = node->data;                                                                \
    const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS);                 \
    const filter_type *filter = data.filter;                                                                        \
    input_type *output = data.output;                                                                               \
    THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {                                                                   \
      const input_type *input = (const input_type *)data.input + at.start;                                          \
      for (int32_t channel = 0; channel < conv->output_depth; input++) {                                            \
        for (int32_t i = 0; i < conv->depth_multiplier; i++, channel++) {                                           \
          const sum_type sum = sum_taps_##type(conv, &at, input, filter + channel);                                 \
          *output++ = (input_type)(store);                                                                          \
        }                                                                                                           \
      }                                                                                                             \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

DEPTHWISE_INVOKE(s8, int8_t, int8_t, uint32_t,
                 thimble_store_sum((int32_t)(sum + thimble_bias_s32(&data, channel)), channel, &conv->layer,
                                   data.factors))
DEPTHWISE_INVOKE(s16, int16_t, int8_t, int64_t, thimble_store_wide_sum(sum, channel, &conv->layer, &data))
DEPTHWISE_INVOKE(f32, float, float, float, thimble_store_f32(sum + thimble_bias_f32(&data, channel), &conv->layer))

THIMBLE_KERNEL(depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
THIMBLE_KERNEL(depthwise_conv_2d_s16, "DEPTHWISE_CONV_2D", "int16, int8, int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke_s16);
THIMBLE_KERNEL(depthwise_conv_2d_f32, "DEPTHWISE_CONV_2D", "float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke_f32);
