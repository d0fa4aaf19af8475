/* CONV_2D and DEPTHWISE_CONV_2D: what prepare finds out, and the prepare itself. */
#ifndef THIMBLE_KIT_CONV_H
#define THIMBLE_KIT_CONV_H

#include "layer.h"
#include "windows.h"

/** Where the tensors of both are among a node's inputs. */
#define THIMBLE_CONV_INPUTS ((thimble_weights_inputs){.input = 0, .filter = 1, .bias = 2})

/** Filters [O, KH, KW, I / groups] over an input [N, H, W, I]. */
typedef struct thimble_conv {
  thimble_layer layer;
  thimble_windows windows;
  int32_t groups;
  /** Input channels, and filters, of a group. */
  int32_t group_depth;
  int32_t group_filters;
  /** Elements of one filter, and of one row of it. */
  int32_t filter_size;
  int32_t filter_row;
} thimble_conv;

/** Filters [1, KH, KW, I * multiplier] over an input [N, H, W, I]. */
typedef struct thimble_depthwise_conv {
  thimble_layer layer;
  thimble_windows windows;
  int32_t depth_multiplier;
  int32_t output_depth;
  /** Elements of one row of taps. */
  int32_t filter_row;
} thimble_depthwise_conv;

/**
 * Neighbouring taps of a row that are neighbours in the input too, with nothing between, are taken as one run (no
 * dilation, one group): runs of a row of `columns` taps.
 */
static inline int32_t thimble_conv_runs(const thimble_conv *conv, int32_t columns) {
  return conv->windows.column_step == conv->group_depth ? 1 : columns;
}

/** Elements of a run. */
static inline int32_t thimble_conv_run_length(const thimble_conv *conv, int32_t columns) {
  return conv->windows.column_step == conv->group_depth ? columns * conv->group_depth : conv->group_depth;
}

/** [prepare, once] The prepare of a CONV_2D: a `thimble_conv` as record, factors as constants, scratch for int4. */
static inline thimble_status thimble_prepare_conv_2d(const thimble_host *host, thimble_node *node) {
  const thimble_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const int32_t *filter = weights.filter->dims;
  const int32_t depth = params->group_channels;
  const int32_t groups = depth == 0 ? 0 : weights.input->dims[3] / depth;
  const thimble_conv conv = {
      .layer = thimble_layer_of(host, node, &weights, params->activation, params->quantized_bias_type),
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .groups = groups,
      .group_depth = depth,
      .group_filters = groups == 0 ? 0 : filter[0] / groups,
      .filter_size = filter[1] * filter[2] * depth,
      .filter_row = filter[2] * depth,
  };
  const thimble_status status = thimble_prepare_layer(host, node, &weights, &conv.layer);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

/** [prepare, once] That of a DEPTHWISE_CONV_2D: a `thimble_depthwise_conv` as record. Sums of int16 have 64 bits. */
static inline thimble_status thimble_prepare_depthwise_conv_2d(const thimble_host *host, thimble_node *node) {
  const thimble_depthwise_conv_2d_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_CONV_INPUTS);
  const int32_t depth = weights.filter->dims[3];
  const thimble_depthwise_conv conv = {
      .layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT64),
      .windows = thimble_windows_of(weights.input, &params->height, &params->width),
      .depth_multiplier = params->depth_multiplier,
      .output_depth = depth,
      .filter_row = weights.filter->dims[2] * depth,
  };
  const thimble_status status = thimble_prepare_layer(host, node, &weights, &conv.layer);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

#endif
