#include <thimble/kit/conv.h>

#include "shared/dot.h"
#include "portable_kernels.h"

/* The sum of a filter's products under a window, from `first`, the filter's first element. */
#define SUM_TAPS(type, input_type, filter_type, sum_type)                                                           \
  static inline sum_type sum_taps_##type(const thimble_conv *conv, const thimble_window_cursor *at,                \
                                         const input_type *input, const filter_type *filter) {                     \
    const int32_t columns = at->end_column - at->first_column;                                                      \
    const int32_t runs = thimble_conv_runs(conv, columns), length = thimble_conv_run_length(conv, columns);         \
    const input_type *row = input;                                                                                  \
    const filter_type *taps = filter + at->first_row * conv->filter_row + at->first_column * conv->group_depth;     \
    sum_type sum = 0;                                                                                               \
    for (int32_t y = at->first_row; y < at->end_row; y++) {                                                         \
      for (int32_t run = 0; run < runs; run++) {                                                                    \
        sum += dot_##type(row + run * conv->windows.column_step, taps + run * length, length,                       \
                          conv->layer.input_offset);                                                                \
      }                                                                                                             \
      row += conv->windows.row_step;                                                                                \
      taps += conv->filter_row;                                                                                     \
    }                                                                                                               \
    return sum;                                                                                                     \
  }

/* Invoke of a type: `store` makes an output of `sum`, the channel's products. */
#define CONV_INVOKE(type, input_type, filter_type, sum_type, store)                                                 \
  SUM_TAPS(type, input_type, filter_type, sum_type)                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const thimble_conv *conv = node->data;                                                                          \
    const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS);                 \
    input_type *output = data.output;                                                                               \
    THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {                                                                   \
      const input_type *input = (const input_type *)data.input + at.start;                                          \
      const filter_type *filter = data.filter;                                                                      \
      for (int32_t group = 0, channel = 0; group < conv->groups; group++, input += conv->group_depth) {             \
        for (int32_t i = 0; i < conv->group_filters; i++, channel++, filter += conv->filter_size) {                 \
          const sum_type sum = sum_taps_##type(conv, &at, input, filter);                                           \
          *output++ = (input_type)(store);                                                                          \
        }                                                                                                           \
      }                                                                                                             \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

CONV_INVOKE(s8, int8_t, int8_t, uint32_t,
            thimble_store_sum((int32_t)(sum + thimble_bias_s32(&data, channel)), channel, &conv->layer, data.factors))
CONV_INVOKE(s16, int16_t, int8_t, int64_t, thimble_store_wide_sum(sum, channel, &conv->layer, &data))
CONV_INVOKE(f32, float, float, float, thimble_store_f32(sum + thimble_bias_f32(&data, channel), &conv->layer))

THIMBLE_KERNEL(conv_2d_s8, "CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_conv_2d, .invoke = invoke_s8);
THIMBLE_KERNEL(conv_2d_s16, "CONV_2D", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_conv_2d, .invoke = invoke_s16);
THIMBLE_KERNEL(conv_2d_f32, "CONV_2D", "float32, float32, float32? -> float32", THIMBLE_WITHIN_TOLERANCE,
               .prepare = thimble_prepare_conv_2d, .invoke = invoke_f32);
