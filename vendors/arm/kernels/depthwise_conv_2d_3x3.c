#include <thimble/kit/conv.h>

#include "arm_kernels.h"
#include "shared/depthwise.h"

/* Rows of outputs whose planes take some megabytes of scratch at most. */
enum { MOST_COLUMNS = 1 << 16 };

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_window *height = &params->height, *width = &params->width;
  if (height->extent != ARM_TAPS || width->extent != ARM_TAPS || height->dilation != 1 || width->dilation != 1)
    return thimble_decline(host, "the filter is not 3x3, or dilated");
  if (width->stride > 2) return thimble_decline(host, "the stride is more than 2 columns");
  if (width->positions > MOST_COLUMNS) return thimble_decline(host, "the rows are too long");
  if (params->depth_multiplier != 1) return thimble_decline(host, "channels have several filters");
  return arm_supports_layer(host, node, THIMBLE_CONV_INPUTS);
}

/* Rows of a plane for `positions` rows of outputs. */
static int32_t rows_for(const thimble_window *height, int32_t positions) {
  return (positions - 1) * height->stride + ARM_REACH;
}

static uint32_t plane_bytes(int32_t rows, int32_t columns) {
  return (uint32_t)(ARM_PLANES * sizeof(arm_element)) * (uint32_t)rows * (uint32_t)columns;
}

/* As many rows of outputs as planes of a limited size have, and at least one. */
static int32_t band_of(const thimble_window *height, int32_t columns) {
  int32_t band = 1;
  while (band < height->positions && plane_bytes(rows_for(height, band + 1), columns) <= ARM_BAND_BYTES) band++;
  return band;
}

/* Whole groups of outputs are computed, and rows of planes have an even number of elements. */
static int32_t columns_of(const thimble_window *width) {
  const int32_t outputs = (width->positions + ARM_OUTPUTS - 1) / ARM_OUTPUTS * ARM_OUTPUTS;
  return ((outputs - 1) * width->stride + ARM_REACH + 1) / 2 * 2;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT32);
  const int32_t depth = weights.filter->dims[3], columns = columns_of(&params->width);
  const int32_t band = band_of(&params->height, columns), rows = rows_for(&params->height, band);
  const arm_filters filters = {
      .weights = arm_weights_of(host, &weights),
      .channels = depth,
      .count = ARM_TAPS * ARM_TAPS,
      .stride = 1,
      .step = depth,
  };
  arm_channel *channels = arm_allocate_channels(host, node, depth, (uint32_t)sizeof(arm_taps));
  if (!channels || !filters.weights) return THIMBLE_OUT_OF_MEMORY;
  arm_taps *taps = arm_behind_channels(node, depth);
  for (int32_t i = 0; i < depth; i++) taps[i] = arm_taps_of(filters.weights + i, depth);
  const arm_depthwise conv = {
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .outputs = arm_fill_channels(channels, &weights, &layer, &filters),
      .band = band,
      .rows = rows,
      .columns = columns,
      .padding = (int8_t)weights.input_info->zero_point,
  };
  const thimble_status status = host->request_scratch(host, node, plane_bytes(rows, columns));
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const arm_depthwise *conv = node->data;
  const arm_depthwise_data data = {
      .input = thimble_input(node, 0)->data,
      .channels = node->constants,
      .taps = arm_behind_channels(node, conv->windows.depth),
      .output = thimble_output(node, 0)->data,
      .planes = node->scratch,
  };
  arm_depthwise_conv_3x3_s8(conv, &data);
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_depthwise_conv_2d_3x3_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, .supports = supports, .prepare = prepare, .invoke = invoke);
