#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/copy.h"
#include "shared/row_channels_s16.h"

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  if (thimble_input(node, 0)->dims[3] == params->group_channels) return THIMBLE_OK;
  return thimble_decline(host, "the filters are in groups");
}

/* Bytes of scratch for a window, before those of its products. */
static uint32_t window_bytes(const thimble_conv *conv) {
  return ((uint32_t)conv->filter_size * (uint32_t)sizeof(int16_t) + 3) / 4 * 4;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_status status = thimble_prepare_conv_2d(host, node);
  if (status != THIMBLE_OK) return status;
  const thimble_conv *conv = node->data;
  return host->request_scratch(host, node, window_bytes(conv) + arm_row_channels_bytes_s16(conv->filter_size));
}

static void copy_run(int16_t *to, const int16_t *from, int32_t count) {
  arm_copy((int8_t *)to, (const int8_t *)from, count * (int32_t)sizeof *to);
}

/* The elements under a window: where they lie if they are one run, else gathered, 0 beside the input. */
static const int16_t *take_window(const thimble_conv *conv, const thimble_window_cursor *at, const int16_t *input,
                                  int16_t *window) {
  const thimble_windows *windows = &conv->windows;
  const int32_t columns = at->end_column - at->first_column, rows = at->end_row - at->first_row;
  const int32_t runs = thimble_conv_runs(conv, columns), length = thimble_conv_run_length(conv, columns);
  if (rows == 1 && runs == 1 && length == conv->filter_size) return input;
  int16_t *row = window + at->first_row * conv->filter_row + at->first_column * conv->group_depth;
  if (rows * columns < windows->height.extent * windows->width.extent)
    __builtin_memset(window, 0, (uint32_t)conv->filter_size * sizeof *window);
  for (int32_t y = 0; y < rows; y++, row += conv->filter_row, input += windows->row_step) {
    for (int32_t i = 0; i < runs; i++) copy_run(row + i * length, input + i * windows->column_step, length);
  }
  return window;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_conv *conv = node->data;
  const arm_row_channels_s16 by = {
      .layer = &conv->layer,
      .data = thimble_layer_data_of(node, &conv->layer, THIMBLE_CONV_INPUTS),
      .channels = conv->group_filters,
      .length = conv->filter_size,
  };
  int8_t *const products = (int8_t *)node->scratch + window_bytes(conv);
  int16_t *output = by.data.output;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    const int16_t *input = (const int16_t *)by.data.input + at.start;
    arm_multiply_channels_s16(&by, take_window(conv, &at, input, node->scratch), output, products);
    output += by.channels;
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_conv_2d_s16, "CONV_2D", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .supports = supports, .prepare = prepare, .invoke = invoke);
