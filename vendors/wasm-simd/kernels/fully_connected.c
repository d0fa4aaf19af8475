#include "arithmetic/conv_f32.h"
#include "arithmetic/conv_s16.h"
#include "arithmetic/conv_s8.h"
#include "kernels.h"
#include "shared/weights_kernel.h"

static thimble_weights describe(const thimble_host *host, const thimble_node *node) {
  const thimble_weights_inputs inputs = {0, 1, 2};
  thimble_weights tensors = thimble_weights_of(host, node, inputs);
  tensors.rounds_scale = 1;
  return tensors;
}

/* With one scale a row, TFLite takes the weights for symmetric. */
static int32_t weights_offset(const thimble_weights *tensors) {
  return tensors->filter_info->scale_count == 1 ? -tensors->filter_info->zero_point : 0;
}

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_weights tensors = describe(host, node);
  const int32_t offset = weights_offset(&tensors);
  if (offset < -INT8_MAX || offset > -INT8_MIN) return thimble_decline(host, "the weights' zero point is no int8");
  return supports_weights(host, &tensors);
}

/* A convolution of 1x1 filters over images of one pixel. */
static conv_shape shape_of(const thimble_fully_connected_params *options) {
  return (conv_shape){
      .batches = options->batches,
      .input_height = 1,
      .input_width = 1,
      .input_channels = options->input_depth,
      .filter_height = 1,
      .filter_width = 1,
      .filter_channels = options->input_depth,
      .output_height = 1,
      .output_width = 1,
      .output_channels = options->output_depth,
      .stride_height = 1,
      .stride_width = 1,
      .dilation_height = 1,
      .dilation_width = 1,
  };
}

static thimble_status prepare(const thimble_host *host, thimble_node *node, const conv_arithmetic *arithmetic) {
  const thimble_fully_connected_params *options = node->params;
  const thimble_weights tensors = describe(host, node);
  const thimble_type bias_type = tensors.bias ? tensors.bias->type : options->quantized_bias_type;
  conv_params params = weights_params(&tensors, options->activation);
  params.shape = shape_of(options);
  params.input_offset = -tensors.input_info->zero_point;
  params.weights_offset = weights_offset(&tensors);
  params.range.zero_point = tensors.output_info->zero_point;
  if (bias_type == THIMBLE_TYPE_INT32) params.width = REQUANTIZE_32_BITS;
  return prepare_weights(host, node, &tensors, &params, arithmetic);
}

WEIGHTS_KERNEL(fully_connected_s8, "FULLY_CONNECTED", "int8, int8|int4, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, supports, prepare, run_weights, conv_s8);
WEIGHTS_KERNEL(fully_connected_s16, "FULLY_CONNECTED", "int16, int8, int32|int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, supports, prepare, run_weights, conv_s16);
WEIGHTS_KERNEL(fully_connected_f32, "FULLY_CONNECTED", "float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, supports, prepare, run_weights, conv_f32);
