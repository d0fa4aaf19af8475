/* TRANSPOSE_CONV: which inputs reach an output through which taps, and the prepare. */
#ifndef THIMBLE_KIT_TRANSPOSE_CONV_H
#define THIMBLE_KIT_TRANSPOSE_CONV_H

#include <thimble/params.h>

#include "layer.h"

/** Where its tensors are among a node's inputs. */
#define THIMBLE_TRANSPOSE_CONV_INPUTS ((thimble_weights_inputs){.input = 2, .filter = 1, .bias = 3})

/** Filters [O, KH, KW, I] that spread an input [N, H, W, I] over an output [N, H', W', O]. */
typedef struct thimble_transpose_conv {
  thimble_layer layer;
  thimble_spread_window height;
  thimble_spread_window width;
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t input_depth;
  int32_t output_height;
  int32_t output_width;
  int32_t output_depth;
} thimble_transpose_conv;

/** The inputs that reach an output along one dimension: `count` from `input` down, by taps from `tap` up by strides. */
typedef struct thimble_reaching {
  int32_t input;
  int32_t tap;
  int32_t count;
} thimble_reaching;

/** Those of an output position; `extent` is the input's. Tap t of input i reaches i * stride - pad_before + t. */
static inline thimble_reaching thimble_reaching_at(const thimble_spread_window *window, int32_t position,
                                                   int32_t extent) {
  const int32_t offset = position + window->pad_before;
  const int32_t nearest = offset / window->stride, nearest_tap = offset % window->stride;
  const int32_t skipped = nearest < extent ? 0 : nearest - extent + 1;
  const int32_t taps = (window->extent - nearest_tap + window->stride - 1) / window->stride;
  const int32_t end = taps < nearest + 1 ? taps : nearest + 1;
  const int32_t count = end > skipped ? end - skipped : 0;
  return (thimble_reaching){nearest - skipped, nearest_tap + skipped * window->stride, count};
}

/** [prepare, once] A `thimble_transpose_conv` as record, factors as constants. Sums of int16 have 64 bits. */
static inline thimble_status thimble_prepare_transpose_conv(const thimble_host *host, thimble_node *node) {
  const thimble_transpose_conv_params *params = node->params;
  const thimble_weights weights = thimble_weights_of(host, node, THIMBLE_TRANSPOSE_CONV_INPUTS);
  const int32_t *input = weights.input->dims, *output = weights.output->dims;
  const thimble_transpose_conv conv = {
      .layer = thimble_layer_of(host, node, &weights, params->activation, THIMBLE_TYPE_INT64),
      .height = params->height,
      .width = params->width,
      .batches = input[0],
      .input_height = input[1],
      .input_width = input[2],
      .input_depth = input[3],
      .output_height = output[1],
      .output_width = output[2],
      .output_depth = output[3],
  };
  const thimble_status status = thimble_prepare_layer(host, node, &weights, &conv.layer);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &conv, sizeof conv) : status;
}

#endif
