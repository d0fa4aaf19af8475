#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/window_sums_s16.h"

/* Taps whose products have a sum of 32 bits: less than 2^31 / (2^15 * 2^7). */
enum { MOST_TAPS = 511 };

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  if (params->depth_multiplier != 1) return thimble_decline(host, "channels have several filters");
  if ((int64_t)params->height.extent * params->width.extent <= MOST_TAPS) return THIMBLE_OK;
  return thimble_decline(host, "filters have more than 511 taps");
}

/* All channels at a window whose first taps are at `input` and `filter`. */
static void store_window(const thimble_depthwise_conv *conv, const thimble_layer_data *data, const arm_window *window,
                         const int16_t *input, const int8_t *filter, int16_t *output) {
  int32_t sums[ARM_WINDOW_CHANNELS];
  for (int32_t from = 0; from < conv->output_depth; from += ARM_WINDOW_CHANNELS) {
    const int32_t left = conv->output_depth - from, count = left < ARM_WINDOW_CHANNELS ? left : ARM_WINDOW_CHANNELS;
    arm_sum_window_s16(sums, window, input + from, filter + from, count);
    for (int32_t i = 0; i < count; i++) {
      output[from + i] = (int16_t)thimble_store_wide_sum(sums[i], from + i, &conv->layer, data);
    }
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_depthwise_conv *conv = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS);
  int16_t *output = data.output;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    const arm_window window = {
        .taps = arm_pool_taps_of(&conv->windows, &at),
        .filter_column = conv->output_depth,
        .filter_row = conv->filter_row,
    };
    const int32_t first_tap = at.first_row * conv->filter_row + at.first_column * conv->output_depth;
    store_window(conv, &data, &window, (const int16_t *)data.input + at.start, (const int8_t *)data.filter + first_tap,
                 output);
    output += conv->output_depth;
  }
  return THIMBLE_OK;
}

/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
THIMBLE_KERNEL(arm_depthwise_conv_2d_s16, "DEPTHWISE_CONV_2D", "int16, int8, int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, .supports = supports, .prepare = thimble_prepare_depthwise_conv_2d,
               .invoke = invoke);
