#include <thimble/kit/conv.h>

#include "kernels.h"
#include "shared/activations.h"

/* Up to four neighbouring output channels: of as many input channels, or of one (`is_shared`). */
typedef struct channel_block {
  int32_t first;
  int32_t count;
  thimble_bool is_shared;
} channel_block;

/* The products of a block under a window; `input` and `filter` are its first channel's, under the first tap inside. */
static inline hifi_int32x4 sum_taps(const thimble_depthwise_conv *conv, const activation_type *type,
                                    const thimble_window_cursor *at, const int8_t *input, const int8_t *filter,
                                    channel_block block) {
  const hifi_int16x4 offset = hifi_movda16(conv->layer.input_offset);
  const int32_t columns = at->end_column - at->first_column, step = conv->windows.column_step * type->stored->bytes;
  hifi_int32x4 sums = {{0, 0, 0, 0}};
  for (int32_t y = at->first_row; y < at->end_row; y++) {
    const int8_t *from = input, *taps = filter;
    for (int32_t column = 0; column < columns; column++, from += step, taps += conv->output_depth) {
      const hifi_int16x4 stored =
          block.is_shared ? type->stored->load_same(from) : type->stored->load(from, block.count);
      const hifi_int16x4 weights = hifi_load_up_to_4(taps, block.count);
      sums = hifi_mula16x4(sums, offset_activations(type, stored, offset), weights);
    }
    input += conv->windows.row_step * type->stored->bytes;
    filter += conv->filter_row;
  }
  return sums;
}

static inline void convolve_block(const thimble_depthwise_conv *conv, const activation_type *type,
                                  const thimble_layer_data *data, const thimble_window_cursor *at,
                                  channel_block block, int8_t *output) {
  const int32_t first = at->start + block.first / conv->depth_multiplier;
  const int8_t *filter = (const int8_t *)data->filter + block.first + at->first_row * conv->filter_row +
                         at->first_column * conv->output_depth;
  const hifi_int32x4 sums =
      sum_taps(conv, type, at, (const int8_t *)data->input + first * type->stored->bytes, filter, block);
  for (int32_t i = 0; i < block.count; i++) {
    const int32_t channel = block.first + i;
    store_sum(type, (int32_t)sums.lane[i], channel, &conv->layer, data, output + channel * type->stored->bytes);
  }
}

static inline void convolve(const thimble_node *node, const activation_type *type) {
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
        convolve_block(conv, type, &data, &at, (channel_block){channel, count, is_shared}, output);
        channel += count;
      }
    }
    output += depth * type->stored->bytes;
  }
}

LAYER_INVOKES(convolve)

/* A product of int16 and int8 is at most 2^22: so many have a sum of 32 bits. */
enum { MOST_TAPS_S16 = 511 };

static thimble_status supports_s16(const thimble_host *host, const thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  if ((int64_t)params->height.extent * params->width.extent <= MOST_TAPS_S16) return THIMBLE_OK;
  return thimble_decline(host, "the filter has more than 511 taps");
}

THIMBLE_KERNEL(depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
THIMBLE_KERNEL(depthwise_conv_2d_s16, "DEPTHWISE_CONV_2D", "int16, int8, int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports_s16, .prepare = thimble_prepare_depthwise_conv_2d, .invoke = invoke_s16);
