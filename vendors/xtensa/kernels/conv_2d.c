#include <thimble/kit/conv.h>

#include "kernels.h"
#include "shared/dot.h"

/* The sums of filters under a window, from `input`, its first element inside. */
static inline void sum_taps(const thimble_conv *conv, const activation_type *type, const thimble_window_cursor *at,
                            const int8_t *input, filter_rows filters, int64_t sums[4]) {
  const hifi_int16x4 offset = hifi_movda16(conv->layer.input_offset);
  const int32_t columns = at->end_column - at->first_column;
  const int32_t runs = thimble_conv_runs(conv, columns), length = thimble_conv_run_length(conv, columns);
  filters.weights += at->first_row * conv->filter_row + at->first_column * conv->group_depth;
  for (int32_t y = at->first_row; y < at->end_row; y++, input += conv->windows.row_step * type->stored->bytes) {
    filter_rows taps = filters;
    for (int32_t run = 0; run < runs; run++, taps.weights += length)
      add_products(sums, type, input + run * conv->windows.column_step * type->stored->bytes, &taps, length, offset);
    filters.weights += conv->filter_row;
  }
}

/* The outputs of one group of filters, from channel `channel` on. */
static inline void convolve_group(const thimble_conv *conv, const activation_type *type,
                                  const thimble_layer_data *data, const thimble_window_cursor *at,
                                  const int8_t *input, int32_t channel, int8_t *output) {
  const int32_t end = channel + conv->group_filters;
  for (; channel < end; channel += 4) {
    const int32_t left = end - channel, count = left < 4 ? left : 4;
    const int8_t *filter = (const int8_t *)data->filter + channel * conv->filter_size;
    int64_t sums[4] = {0, 0, 0, 0};
    sum_taps(conv, type, at, input, (filter_rows){filter, conv->filter_size, count}, sums);
    store_sums(sums, type, channel, count, &conv->layer, data, output + channel * type->stored->bytes);
  }
}

static inline void convolve(const thimble_node *node, const activation_type *type) {
  const thimble_conv *conv = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS);
  int8_t *output = data.output;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    const int8_t *input = (const int8_t *)data.input + at.start * type->stored->bytes;
    for (int32_t group = 0; group < conv->groups; group++, input += conv->group_depth * type->stored->bytes)
      convolve_group(conv, type, &data, &at, input, group * conv->group_filters, output);
    output += conv->groups * conv->group_filters * type->stored->bytes;
  }
}

LAYER_INVOKES(convolve)

THIMBLE_KERNEL(conv_2d_s8, "CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_conv_2d, .invoke = invoke_s8);
THIMBLE_KERNEL(conv_2d_s16, "CONV_2D", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_conv_2d, .invoke = invoke_s16);
