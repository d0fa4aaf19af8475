#include <thimble/kit/conv.h>

#include "../esp32_kernels.h"
#include "store.h"
#include "sums.h"
#include "vectors.h"

/* Products of two int8 that a sum of 20 bits has room for. */
enum { MOST_PRODUCTS = (1 << (PIE_SUM_BITS - 1)) / (1 << 14) - 1 };

/* Blocks of 16 output channels: the rows under a row of windows are laid out anew for each, a vector for each column. */
typedef struct pie_depthwise {
  thimble_windows windows;
  thimble_output_quantization output;
  int32_t multiplier;
  int32_t output_depth;
  /** Vectors of a row with its padding. */
  int32_t columns;
  int8_t padding;
} pie_depthwise;

/* Vectors of a row under all windows. */
static int64_t columns_of(const thimble_window *width) {
  return (int64_t)(width->positions - 1) * width->stride + (int64_t)(width->extent - 1) * width->dilation + 1;
}

/* The weights, a vector for each tap of each block. */
static void lay_weights(const int8_t *filter, int32_t taps, int32_t depth, int8_t *to) {
  for (int32_t first = 0; first < depth; first += PIE_LANES) {
    for (int32_t tap = 0; tap < taps; tap++, to += PIE_LANES) {
      for (int32_t i = 0; i < lanes_from(first, depth); i++) to[i] = filter[tap * depth + first + i];
    }
  }
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const int32_t *filter = weights.filter->dims;
  const int32_t depth = filter[3], taps = filter[1] * filter[2];
  pie_depthwise conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .output = thimble_output_quantization_of(host, node, params->activation),
      .multiplier = params->depth_multiplier,
      .output_depth = depth,
      .padding = (int8_t)weights.input_info->zero_point,
  };
  if (depth == 0 || taps == 0) conv.windows.batches = 0;
  const int64_t columns = conv.windows.batches == 0 ? 0 : columns_of(&conv.windows.width);
  const int64_t limit = INT32_MAX / PIE_LANES / (filter[1] > 0 ? filter[1] : 1);
  if (columns > limit) return THIMBLE_OUT_OF_MEMORY;
  conv.columns = (int32_t)columns;
  const thimble_channel_weights layout = {taps, depth, 1};
  const int64_t weight_bytes = (int64_t)taps * whole_vectors(depth) * PIE_LANES;
  thimble_status status = keep_channels(host, node, &weights, layout, depth, weight_bytes);
  if (status == THIMBLE_OK && depth > 0)
    lay_weights(weights.filter->data, taps, depth, (int8_t *)node->constants + kept_weights_offset(depth));
  if (status == THIMBLE_OK && columns > 0)
    status = host->request_scratch(host, node, (uint32_t)(conv.columns * filter[1] * PIE_LANES));
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

/* The inputs of one column: those of a block's channels. */
static void lay_column(const pie_depthwise *conv, const int8_t *pixel, int32_t first, int32_t count, int8_t *to) {
  if (conv->multiplier == 1) {
    copy_bytes(to, pixel + first, count);
    return;
  }
  for (int32_t i = 0; i < count; i++) lx7_s8i(lx7_l8ui(pixel + (first + i) / conv->multiplier), to + i);
}

/* Input row `y` of a batch with its padding, or padding where there is none. */
static void lay_row_of_block(const pie_depthwise *conv, const int8_t *batch, int32_t y, int32_t first, int32_t count,
                             int8_t *to) {
  const thimble_windows *windows = &conv->windows;
  const int32_t before = windows->width.pad_before, depth = windows->depth;
  const int32_t is_inside = y >= 0 && y < windows->input_height;
  const int8_t *const row = batch + y * windows->input_width * depth;
  for (int32_t x = 0; x < conv->columns; x++, to += PIE_LANES) {
    const int32_t from = x - before;
    if (is_inside && from >= 0 && from < windows->input_width) lay_column(conv, row + from * depth, first, count, to);
    else fill_bytes(to, conv->padding, PIE_LANES);
  }
}

/* The sums of a block's products under a window, whose first column is at `input`. */
static void sum_taps(const pie_depthwise *conv, const int8_t *input, const int8_t *weights, int32_t *sums,
                     int32_t count) {
  const thimble_window *width = &conv->windows.width;
  const int32_t step = width->dilation * PIE_LANES;
  pie_qacc qacc = pie_zero_qacc();
  int32_t room = MOST_PRODUCTS;
  clear_sums(sums, count);
  for (int32_t y = 0; y < conv->windows.height.extent; y++, input += conv->columns * PIE_LANES) {
    const int8_t *tap = input;
    pie_q w = pie_vld_128(&weights, PIE_LANES);
    for (int32_t x = 0; x < width->extent; x++, room--) {
      if (room == 0) {
        add_sums(&qacc, sums, count);
        qacc = pie_zero_qacc();
        room = MOST_PRODUCTS;
      }
      const pie_q inputs = pie_vld_128(&tap, step);
      if (x + 1 == width->extent) qacc = pie_vmulas_s8_qacc(qacc, inputs, w);
      else qacc = pie_vmulas_s8_qacc_ld(qacc, &w, &weights, PIE_LANES, inputs, w);
    }
  }
  add_sums(&qacc, sums, count);
}

/* A block's outputs of a row of windows. */
static void convolve_row(const pie_depthwise *conv, const thimble_node *node, int32_t first, int32_t count,
                         int8_t *output) {
  const thimble_windows *windows = &conv->windows;
  const int32_t taps = windows->height.extent * windows->width.extent, depth = conv->output_depth;
  const int8_t *const weights = (const int8_t *)node->constants + kept_weights_offset(depth) + first * taps;
  const channel *channels = (const channel *)node->constants + first;
  const int8_t *input = node->scratch;
  for (int32_t x = 0; x < windows->width.positions; x++, output += depth) {
    int32_t sums[PIE_LANES];
    sum_taps(conv, input, weights, sums, count);
    for (int32_t i = 0; i < count; i++) store_channel(lx7_l32i(&sums[i]), &channels[i], &conv->output, output + i);
    input += windows->width.stride * PIE_LANES;
  }
}

/* A block of channels of a batch. */
static void convolve_block(const pie_depthwise *conv, const thimble_node *node, const int8_t *batch, int32_t first,
                           int8_t *output) {
  const thimble_windows *windows = &conv->windows;
  const thimble_window *height = &windows->height;
  const int32_t count = lanes_from(first, conv->output_depth), row_size = conv->columns * PIE_LANES;
  for (int32_t y = 0; y < height->positions; y++) {
    const int32_t origin = y * height->stride - height->pad_before;
    int8_t *row = node->scratch;
    for (int32_t tap = 0; tap < height->extent; tap++, row += row_size)
      lay_row_of_block(conv, batch, origin + tap * height->dilation, first, count, row);
    convolve_row(conv, node, first, count, output);
    output += windows->width.positions * conv->output_depth;
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const pie_depthwise *conv = node->data;
  const thimble_windows *windows = &conv->windows;
  const int8_t *batch = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t batch_size = windows->input_height * windows->input_width * windows->depth;
  const int32_t output_size = windows->height.positions * windows->width.positions * conv->output_depth;
  for (int32_t n = 0; n < windows->batches; n++, batch += batch_size, output += output_size) {
    for (int32_t first = 0; first < conv->output_depth; first += PIE_LANES)
      convolve_block(conv, node, batch, first, output + first);
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_pie_depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, .supports = thimble_supports_constant_weights, .prepare = prepare,
               .invoke = invoke);
