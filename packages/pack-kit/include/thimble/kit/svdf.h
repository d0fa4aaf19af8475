/* SVDF of int8 activations: its prepare. Geometry is in the node's parameters. */
#ifndef THIMBLE_KIT_SVDF_H
#define THIMBLE_KIT_SVDF_H

#include <thimble/params.h>

#include "glue.h"

/** Positions of the node's inputs. */
enum thimble_svdf_input {
  THIMBLE_SVDF_INPUT = 0,
  THIMBLE_SVDF_FEATURES = 1,
  THIMBLE_SVDF_TIME = 2,
  THIMBLE_SVDF_BIAS = 3,
  THIMBLE_SVDF_STATE = 4,
};

/** Factors from sums of features to the state, and from sums over time to the output. */
typedef struct thimble_svdf {
  int32_t input_offset;
  int32_t state_zero_point;
  /** The integers that a feature is clamped to, before the state's zero point is added. */
  thimble_range state_range;
  thimble_multiplier features;
  thimble_multiplier outputs;
  thimble_output_quantization output;
} thimble_svdf;

/** [prepare] a * b / c of scales, which the reference multiplies and divides in float. */
static inline thimble_multiplier thimble_svdf_factor(float a, float b, float c) {
  const float product = a * b;
  return thimble_quantize_multiplier(product / c);
}

/** [prepare] The factors of a node. */
static inline thimble_svdf thimble_svdf_of(const thimble_host *host, const thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, THIMBLE_SVDF_INPUT);
  const thimble_tensor_info *state = thimble_input_info(host, node, THIMBLE_SVDF_STATE);
  const float features_scale = thimble_input_info(host, node, THIMBLE_SVDF_FEATURES)->scale;
  const float time_scale = thimble_input_info(host, node, THIMBLE_SVDF_TIME)->scale;
  return (thimble_svdf){
      .input_offset = thimble_offset_of(input),
      .state_zero_point = state->zero_point,
      .state_range = thimble_stored_range(thimble_input(node, THIMBLE_SVDF_STATE)->type),
      .features = thimble_svdf_factor(input->scale, features_scale, state->scale),
      .outputs = thimble_svdf_factor(state->scale, time_scale, thimble_output_info(host, node, 0)->scale),
      .output = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
}

/** [prepare, once] A `thimble_svdf` as record. */
static inline thimble_status thimble_prepare_svdf(const thimble_host *host, thimble_node *node) {
  const thimble_svdf svdf = thimble_svdf_of(host, node);
  return thimble_keep_record(host, node, &svdf, sizeof svdf);
}

#endif
