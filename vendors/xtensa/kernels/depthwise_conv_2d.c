#include <thimble/kit/conv.h>

#include "kernels.h"
#include "shared/store.h"

/* Up to four neighbouring output channels: of as many input channels, or of one (`is_shared`). */
typedef struct channel_block {
  int32_t first;
  int32_t count;
  thimble_bool is_shared;
} channel_block;

/* The products of a block under a window; `input` and `filter` are its first channel's, under the first tap inside. */
static hifi_int32x4 sum_taps(const thimble_depthwise_conv *conv, const thimble_window_cursor *at, const int8_t *input,
                             const int8_t *filter, channel_block block) {
  const hifi_int16x4 offset = hifi_movda16(conv->layer.input_offset);
  const int32_t columns = at->end_column - at->first_column;
  hifi_int32x4 sums = {{0, 0, 0, 0}};
  for (int32_t y = at->first_row; y < at->end_row; y++) {
    const int8_t *from = input, *taps = filter;
    for (int32_t x = 0; x < columns; x++, from += conv->windows.column_step, taps += conv->output_depth) {
      const hifi_int16x4 stored = block.is_shared ? hifi_movda16(*from) : hifi_load_up_to_4(from, block.count);
      sums = hifi_mula16x4(sums, hifi_add16(stored, offset), hifi_load_up_to_4(taps, block.count));
    }
    input += conv->windows.row_step;
    filter += conv->filter_row;
  }
  return sums;
}

static void convolve_block(const thimble_depthwise_conv *conv, const thimble_layer_data *data,
                           const thimble_window_cursor *at, channel_block block, int8_t *output) {
  const int8_t *input = (const int8_t *)data->input + at->start + block.first / conv->depth_multiplier;
  const int8_t *filter = (const int8_t *)data->filter + block.first + at->first_row * conv->filter_row +
                         at->first_column * conv->output_depth;
  const hifi_int32x4 sums = sum_taps(conv, at, input, filter, block);
  for (int32_t i = 0; i < block.count; i++) {
    const int32_t channel = block.first + i;
    store_sum((int32_t)sums.lane[i], channel, &conv->layer, data, output + channel);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_depthwise_conv *conv = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS);
  const thimble_bool is_shared = conv->depth_multiplier > 1;
  /* Channels among which blocks are made. */
  const int32_t depth = conv->output_depth, unit = is_shared ? conv->depth_multiplier : depth;
  int8_t *output = data.output;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    for (int32_t end = unit, channel = 0; channel < depth; end += unit) {
      while (channel < end) {
        const int32_t left = end - channel, count = left < 4 ? left : 4;
        convolve_block(conv, &data, &at, (channel_block){channel, count, is_shared}, output);
        channel += count;
      }
    }
    output += depth;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke);
