#include <thimble/kit/transpose_conv.h>

#include "shared/dot.h"
#include "portable_kernels.h"

/* The sum of a filter's products with the inputs that reach an output. */
#define SUM_REACHING(type, input_type, filter_type, sum_type)                                                       \
  static inline sum_type sum_reaching_##type(const thimble_transpose_conv *conv, thimble_reaching rows,             \
                                             thimble_reaching columns, const input_type *input,                     \
                                             const filter_type *filter) {                                           \
    const int32_t depth = conv->input_depth;                                                                        \
    sum_type sum = 0;                                                                                               \
    for (int32_t i = 0; i < rows.count; i++) {                                                                      \
      const int32_t y = rows.input - i, tap_y = rows.tap + i * conv->height.stride;                                 \
      const input_type *from = input + (y * conv->input_width + columns.input) * depth;                             \
      const filter_type *taps = filter + (tap_y * conv->width.extent + columns.tap) * depth;                        \
      for (int32_t k = 0; k < columns.count; k++, from -= depth, taps += conv->width.stride * depth) {              \
        sum += dot_##type(from, taps, depth, conv->layer.input_offset);                                             \
      }                                                                                                             \
    }                                                                                                               \
    return sum;                                                                                                     \
  }

/* Invoke of a type: `store` makes an output of `sum`, the channel's products. */
#define TRANSPOSE_CONV_INVOKE(type, input_type, filter_type, sum_type, store)                                       \
  SUM_REACHING(type, input_type, filter_type, sum_type)                                                             \
  static input_type *pixel_##type(const thimble_transpose_conv *conv, const thimble_layer_data *data,               \
                                  const input_type *image, thimble_reaching rows, thimble_reaching columns,         \
                                  input_type *output) {                                                             \
    const int32_t filter_size = conv->height.extent * conv->width.extent * conv->input_depth;                       \
    const filter_type *filter = data->filter;                                                                       \
    for (int32_t channel = 0; channel < conv->output_depth; channel++, filter += filter_size) {                     \
      const sum_type sum = sum_reaching_##type(conv, rows, columns, image, filter);                                 \
      *output++ = (input_type)(store);                                                                              \
    }                                                                                                               \
    return output;                                                                                                  \
  }                                                                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const thimble_transpose_conv *conv = node->data;                                                                \
    const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_TRANSPOSE_CONV_INPUTS);       \
    const input_type *image = data.input;                                                                           \
    input_type *output = data.output;                                                                               \
    for (int32_t n = 0; n < conv->batches; n++) {                                                                   \
      for (int32_t y = 0; y < conv->output_height; y++) {                                                           \
        const thimble_reaching rows = thimble_reaching_at(&conv->height, y, conv->input_height);                    \
        for (int32_t x = 0; x < conv->output_width; x++) {                                                          \
          const thimble_reaching columns = thimble_reaching_at(&conv->width, x, conv->input_width);                 \
          output = pixel_##type(conv, &data, image, rows, columns, output);                                         \
        }                                                                                                           \
      }                                                                                                             \
      image += conv->input_height * conv->input_width * conv->input_depth;                                          \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

TRANSPOSE_CONV_INVOKE(s8, int8_t, int8_t, uint32_t,
                      thimble_store_sum((int32_t)(sum + thimble_bias_s32(data, channel)), channel, &conv->layer,
                                        data->factors))
TRANSPOSE_CONV_INVOKE(s16, int16_t, int8_t, int64_t, thimble_store_wide_sum(sum, channel, &conv->layer, data))
TRANSPOSE_CONV_INVOKE(f32, float, float, float, thimble_store_f32(sum + thimble_bias_f32(data, channel), &conv->layer))

THIMBLE_KERNEL(transpose_conv_s8, "TRANSPOSE_CONV", "int32, int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_transpose_conv, .invoke = invoke_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
THIMBLE_KERNEL(transpose_conv_s16, "TRANSPOSE_CONV", "int32, int8, int16, int16|int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, .prepare = thimble_prepare_transpose_conv, .invoke = invoke_s16);
THIMBLE_KERNEL(transpose_conv_f32, "TRANSPOSE_CONV", "int32, float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, .prepare = thimble_prepare_transpose_conv, .invoke = invoke_f32);
