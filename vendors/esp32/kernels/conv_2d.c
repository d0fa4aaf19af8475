#include <thimble/kit/conv.h>
#include <thimble/kit/gather.h>

#include "shared/multiply_pair.h"

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
  const thimble_channel_weights layout = {filter_size, 1, filter_size};
  thimble_status status = keep_channels(host, node, &weights, layout, filter[0]);
  if (status == THIMBLE_OK && !conv.is_direct && filter_size > 0)
    status = host->request_scratch(host, node, 2 * (uint32_t)groups * (uint32_t)filter_size);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

/* The inputs of a window, group after group. */
static const int8_t *row_of(const conv_record *conv, const thimble_window_cursor *at, const int8_t *input,
                            int8_t *row) {
  if (conv->is_direct) return input + at->start;
  for (int32_t group = 0; group < conv->groups; group++) {
    thimble_gather_window(&conv->windows, at, input + group * conv->group_depth, conv->group_depth, conv->padding,
                  row + group * conv->filter_size);
  }
  return row;
}

static void multiply_groups(const conv_record *conv, const thimble_node *node, window_pair pair) {
  filter_rows filters = {thimble_input(node, 1)->data, conv->filter_size, conv->group_filters, node->constants};
  for (int32_t group = 0; group < conv->groups; group++) {
    multiply_pair(&pair, &filters, &conv->output);
    for (int32_t i = 0; i < 2; i++) pair.rows[i] += conv->filter_size, pair.outputs[i] += conv->group_filters;
    filters.weights += conv->group_filters * conv->filter_size;
    filters.channels += conv->group_filters;
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const conv_record *conv = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  const int32_t row_size = conv->groups * conv->filter_size, depth = conv->groups * conv->group_filters;
  int8_t *output = thimble_output(node, 0)->data, *const rows = node->scratch;
  window_pair pair;
  int32_t waiting = 0;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    pair.rows[waiting] = row_of(conv, &at, input, rows + waiting * row_size);
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
