/* FULLY_CONNECTED: its prepare. Geometry is in the node's parameters. */
#ifndef THIMBLE_KIT_FULLY_CONNECTED_H
#define THIMBLE_KIT_FULLY_CONNECTED_H

#include <thimble/params.h>

#include "layer.h"

/** Where its tensors are among a node's inputs. */
#define THIMBLE_FULLY_CONNECTED_INPUTS ((thimble_weights_inputs){.input = 0, .filter = 1, .bias = 2})

/** [prepare, once] A `thimble_layer` as record, factors as constants, scratch for int4. */
static inline thimble_status thimble_prepare_fully_connected(const thimble_host *host, thimble_node *node) {
  const thimble_fully_connected_params *params = node->params;
  thimble_weights weights = thimble_weights_of(host, node, THIMBLE_FULLY_CONNECTED_INPUTS);
  weights.rounds_scale = 1;
  thimble_layer layer = thimble_layer_of(host, node, &weights, params->activation, params->quantized_bias_type);
  layer.input_offset = thimble_offset_of(weights.input_info);
  layer.output.zero_point = weights.output_info->zero_point;
  /* With one scale a row, TFLite takes the weights for symmetric. */
  if (weights.filter_info->scale_count == 1) layer.filter_offset = thimble_offset_of(weights.filter_info);
  const thimble_status status = thimble_prepare_layer(host, node, &weights, &layer);
  return status == THIMBLE_OK ? thimble_keep_record(host, node, &layer, sizeof layer) : status;
}

#endif
