/* What the tensors of operators with weights (input, filter, bias?) say before their arithmetic begins. */
#ifndef WASM_SIMD_WEIGHTS_TENSORS_H
#define WASM_SIMD_WEIGHTS_TENSORS_H

#include "glue.h"

/* Which of a node's inputs they are. */
typedef struct {
  uint32_t input;
  uint32_t filter;
  uint32_t bias;
} weights_inputs;

/* bias is NULL where the node has none. */
typedef struct {
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
} weights_tensors;

weights_tensors describe_weights(const thimble_host *host, const thimble_node *node, weights_inputs inputs);

/* input scale * filter scale / output scale of a channel; a filter with one scale gives it to all. */
double weights_factor(const weights_tensors *tensors, int32_t channel);

/*
 * Whether the node can be computed exactly: filter and bias are constant, zero points lie in the range of their type,
 * nothing is empty, and sums and factors leave room in the integers that hold them. If not, THIMBLE_DECLINED, reported.
 */
thimble_status supports_weights(const thimble_host *host, const weights_tensors *tensors);

#endif
