/* What the tensors of operators with weights (input, filter, bias?) say before their arithmetic begins. */
#ifndef THIMBLE_KIT_WEIGHTS_H
#define THIMBLE_KIT_WEIGHTS_H

#include "glue.h"

/** Which of a node's inputs they are. */
typedef struct thimble_weights_inputs {
  uint32_t input;
  uint32_t filter;
  uint32_t bias;
} thimble_weights_inputs;

/** bias is NULL where the node has none. */
typedef struct thimble_weights {
  const thimble_tensor *input;
  const thimble_tensor *filter;
  const thimble_tensor *bias;
  const thimble_tensor *output;
  const thimble_tensor_info *input_info;
  const thimble_tensor_info *filter_info;
  const thimble_tensor_info *bias_info;
  const thimble_tensor_info *output_info;
  /* FULLY_CONNECTED rounds the product of the input's scale and the filter's only one to float. */
  int32_t rounds_scale;
} thimble_weights;

/** [supports, prepare] The tensors of a node. */
static inline thimble_weights thimble_weights_of(const thimble_host *host, const thimble_node *node,
                                                 thimble_weights_inputs inputs) {
  thimble_weights tensors = {
      .input = thimble_input(node, inputs.input),
      .filter = thimble_input(node, inputs.filter),
      .bias = thimble_optional_input(node, inputs.bias),
      .output = thimble_output(node, 0),
  };
  tensors.input_info = host->tensor_info(host, tensors.input);
  tensors.filter_info = host->tensor_info(host, tensors.filter);
  tensors.bias_info = tensors.bias ? host->tensor_info(host, tensors.bias) : NULL;
  tensors.output_info = host->tensor_info(host, tensors.output);
  return tensors;
}

/** [supports, prepare] input scale * filter scale / output scale of a channel; one filter scale counts for all. */
static inline double thimble_weights_factor(const thimble_weights *tensors, int32_t channel) {
  const thimble_tensor_info *filter = tensors->filter_info;
  const int per_channel = filter->scale_count > 1;
  const float input_scale = tensors->input_info->scale, filter_scale = filter->scales[per_channel ? channel : 0];
  const double product = tensors->rounds_scale && !per_channel ? (double)(input_scale * filter_scale)
                                                               : (double)input_scale * (double)filter_scale;
  return product / (double)tensors->output_info->scale;
}

/** Element i of a tensor of int16, int32 or int64. */
static inline int64_t thimble_integer_at(const void *data, thimble_type type, int32_t i) {
  if (type == THIMBLE_TYPE_INT64) return ((const int64_t *)data)[i];
  if (type == THIMBLE_TYPE_INT32) return ((const int32_t *)data)[i];
  return ((const int16_t *)data)[i];
}

/** A channel of a constant bias of int16, int32 or int64; the node has one. */
static inline int64_t thimble_bias_at(const thimble_weights *tensors, int32_t channel) {
  return thimble_integer_at(tensors->bias->data, tensors->bias->type, channel);
}

#endif
