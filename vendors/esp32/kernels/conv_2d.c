#include <thimble/kit/conv.h>

#include "shared/rows.h"

#include "esp32_kernels.h"

typedef struct conv_record {
  thimble_windows windows;
  thimble_output_quantization output;
  int32_t groups;
  /** Input channels, and filters, of a group. */
  int32_t group_depth;
  int32_t group_filters;
  /** Weights of one filter. */
  int32_t filter_size;
  /** Bytes from a group's row to the next one's. */
  int32_t row_step;
  int8_t padding;
  /** A filter has one tap, which never leaves the input: the input is taken where it lies. */
  thimble_bool is_direct;
} conv_record;

static thimble_bool never_leaves(const thimble_window *window, int32_t extent) {
  return window->extent == 1 && window->pad_before == 0 && (window->positions - 1) * window->stride < extent;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const int32_t *filter = weights.filter->dims, *input = weights.input->dims;
  const int32_t depth = params->group_channels, filter_size = filter[1] * filter[2] * depth;
  const int32_t groups = depth == 0 ? 0 : input[3] / depth;
  conv_record conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .output = thimble_output_quantization_of(host, node, params->activation),
      .groups = groups,
      .group_depth = depth,
      .group_filters = groups == 0 ? 0 : filter[0] / groups,
      .filter_size = filter_size,
      .padding = (int8_t)weights.input_info->zero_point,
      .is_direct = never_leaves(&params->height, input[1]) && never_leaves(&params->width, input[2]),
  };
  if (filter[0] == 0) conv.windows.batches = 0;
  thimble_status status = keep_rows(host, node, &weights, filter_size, filter[0]);
  const int64_t bytes = row_bytes(filter_size);
  if (status == THIMBLE_OK && (LAYS_ROWS || !conv.is_direct)) status = request_rows(host, node, 2 * groups, bytes);
  conv.row_step = (int32_t)bytes;
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

/* The inputs of a window for one group, from the group's first channel on. */
static const void *row_of(const conv_record *conv, const thimble_window_cursor *at, const int8_t *input,
                          int8_t *row) {
  if (conv->is_direct) return lay_row(input + at->start, conv->filter_size, row);
  gather_row(&conv->windows, at, input, conv->group_depth, conv->padding, row);
  return lay_row(row, conv->filter_size, row);
}

/* The first group's row, which those of the others follow, also where they are taken where they lie. */
static const void *rows_of(const conv_record *conv, const thimble_window_cursor *at, const int8_t *input,
                           int8_t *rows) {
  const void *first = rows;
  for (int32_t group = conv->groups - 1; group >= 0; group--)
    first = row_of(conv, at, input + group * conv->group_depth, rows + group * conv->row_step);
  return first;
}

static void multiply_groups(const conv_record *conv, const thimble_node *node, window_pair pair) {
  const int32_t count = conv->group_filters, all = conv->groups * count;
  for (int32_t group = 0; group < conv->groups; group++) {
    const filter_rows filters = kept_rows(node, conv->filter_size, all, group * count, count);
    multiply_pair(&pair, &filters, &conv->output);
    for (int32_t i = 0; i < 2; i++) {
      pair.rows[i] = (const int8_t *)pair.rows[i] + conv->row_step;
      pair.outputs[i] += count;
    }
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const conv_record *conv = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  const int32_t rows_size = conv->groups * conv->row_step, depth = conv->groups * conv->group_filters;
  int8_t *output = thimble_output(node, 0)->data, *const rows = node->scratch;
  window_pair pair;
  int32_t waiting = 0;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    pair.rows[waiting] = rows_of(conv, &at, input, rows + waiting * rows_size);
    pair.outputs[waiting] = output;
    output += depth;
    waiting ^= 1;
    if (!waiting) multiply_groups(conv, node, pair);
  }
  if (!waiting) return THIMBLE_OK;
  /* The last of an odd number is computed twice. */
  pair.rows[1] = pair.rows[0];
  pair.outputs[1] = pair.outputs[0];
  multiply_groups(conv, node, pair);
  return THIMBLE_OK;
}

THIMBLE_KERNEL(esp32_conv_2d_s8, "CONV_2D", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .supports = thimble_supports_constant_weights, .prepare = prepare, .invoke = invoke);
