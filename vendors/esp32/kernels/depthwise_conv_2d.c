#include <thimble/kit/conv.h>
#include <thimble/kit/gather.h>

#include "shared/multiply_taps.h"
#include "shared/planes.h"

#include "esp32_kernels.h"

typedef struct depthwise_record {
  thimble_windows windows;
  thimble_output_quantization output;
  int32_t multiplier;
  int32_t output_depth;
  /** Taps of a filter. */
  int32_t taps;
  /** Elements of a row with its padding. 0: the inputs of each channel and window are gathered instead. */
  int32_t row_size;
  int8_t padding;
} depthwise_record;

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const int32_t *filter = weights.filter->dims;
  const int32_t depth = filter[3], taps = filter[1] * filter[2];
  depthwise_record conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .output = thimble_output_quantization_of(host, node, params->activation),
      .multiplier = params->depth_multiplier,
      .output_depth = depth,
      .taps = taps,
      .padding = (int8_t)weights.input_info->zero_point,
  };
  const int32_t has_planes = params->depth_multiplier == 1 && params->width.dilation == 1;
  const int64_t row_size = has_planes ? padded_row_size(&conv.windows) : 0;
  const int64_t scratch = has_planes ? row_size * filter[1] : 2 * (int64_t)taps;
  if (scratch > INT32_MAX) return THIMBLE_OUT_OF_MEMORY;
  if (depth == 0) conv.windows.batches = 0;
  conv.row_size = (int32_t)row_size;
  thimble_status status = keep_channels(host, node, &weights, (thimble_channel_weights){taps, depth, 1}, depth, 0);
  if (status == THIMBLE_OK && scratch > 0 && conv.windows.batches > 0)
    status = host->request_scratch(host, node, (uint32_t)scratch);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

/* The outputs of a row of windows, channel after channel. */
static int8_t *convolve_row(const depthwise_record *conv, const thimble_node *node, int8_t *output) {
  const thimble_windows *windows = &conv->windows;
  const int8_t *weights = thimble_input(node, 1)->data;
  const channel *by = node->constants;
  const int32_t depth = conv->output_depth, count = windows->width.positions;
  const plane_rows rows = {node->scratch, depth, conv->row_size, windows->width.stride * depth, count};
  const int32_t is_3x3 = windows->width.extent == 3 && windows->height.extent == 3;
  if (is_3x3) lay_planes(node->scratch, 3 * conv->row_size);
  for (int32_t c = 0; c < depth; c++) {
    const int8_t *input = rows.first + c;
    if (is_3x3) convolve_plane_3x3(&rows, input, weights + c, by[c], &conv->output, output + c);
    else convolve_plane(&rows, windows, input, weights + c, by[c], &conv->output, output + c);
  }
  return output + count * depth;
}

static void invoke_planes(const depthwise_record *conv, const thimble_node *node) {
  const thimble_windows *windows = &conv->windows;
  const thimble_window *height = &windows->height;
  const int8_t *batch = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data, *const rows = node->scratch;
  const int32_t batch_size = windows->input_height * windows->input_width * windows->depth;
  for (int32_t n = 0; n < windows->batches; n++, batch += batch_size) {
    for (int32_t y = 0; y < height->positions; y++) {
      const int32_t origin = y * height->stride - height->pad_before;
      for (int32_t tap = 0; tap < height->extent; tap++) {
        pad_row(windows, batch, origin + tap * height->dilation, conv->padding, conv->row_size,
                rows + tap * conv->row_size);
      }
      output = convolve_row(conv, node, output);
    }
  }
}

/* Two windows, input channel after input channel. */
static void multiply_windows(const depthwise_record *conv, const thimble_node *node,
                             const thimble_window_cursor *cursors, window_pair pair) {
  const int8_t *input = thimble_input(node, 0)->data;
  filter_columns filters = {thimble_input(node, 1)->data, conv->output_depth, conv->taps, conv->multiplier,
                            node->constants};
  int8_t *const rows[2] = {node->scratch, (int8_t *)node->scratch + conv->taps};
  pair.rows[0] = rows[0], pair.rows[1] = rows[1];
  for (int32_t c = 0; c < conv->windows.depth; c++) {
    for (int32_t i = 0; i < 2; i++)
      thimble_gather_window(&conv->windows, &cursors[i], input + c, 1, conv->padding, rows[i]);
    multiply_taps(&pair, &filters, &conv->output);
    for (int32_t i = 0; i < 2; i++) pair.outputs[i] += conv->multiplier;
    filters.weights += conv->multiplier;
    filters.channels += conv->multiplier;
  }
}

static void invoke_gathered(const depthwise_record *conv, const thimble_node *node) {
  int8_t *output = thimble_output(node, 0)->data;
  thimble_window_cursor cursors[2];
  window_pair pair = {0};
  int32_t waiting = 0;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    cursors[waiting] = at;
    pair.outputs[waiting] = output;
    output += conv->output_depth;
    waiting ^= 1;
    if (!waiting) multiply_windows(conv, node, cursors, pair);
  }
  if (!waiting) return;
  /* The last of an odd number is computed twice. */
  cursors[1] = cursors[0];
  pair.outputs[1] = pair.outputs[0];
  multiply_windows(conv, node, cursors, pair);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const depthwise_record *conv = node->data;
  if (conv->row_size > 0) invoke_planes(conv, node);
  else invoke_gathered(conv, node);
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, .supports = thimble_supports_constant_weights, .prepare = prepare,
               .invoke = invoke);
