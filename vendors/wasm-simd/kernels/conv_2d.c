#include "arithmetic/conv_f32.h"
#include "arithmetic/conv_s16.h"
#include "arithmetic/conv_s8.h"
#include "kernels.h"
#include "shared/weights_windows.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node, const conv_arithmetic *arithmetic) {
  const thimble_conv_2d_params *options = node->params;
  const thimble_weights tensors = describe_windows(host, node);
  const thimble_type bias_type = tensors.bias ? tensors.bias->type : options->quantized_bias_type;
  conv_params params = weights_params(&tensors, options->activation);
  params.shape = windows_shape(&tensors, &options->height, &options->width, options->group_channels);
  if (bias_type == THIMBLE_TYPE_INT32) params.width = REQUANTIZE_32_BITS;
  return prepare_weights(host, node, &tensors, &params, arithmetic);
}

WEIGHTS_KERNEL(conv_2d_s8, "CONV_2D", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               supports_windows, prepare, run_weights, conv_s8);
WEIGHTS_KERNEL(conv_2d_s16, "CONV_2D", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               supports_windows, prepare, run_weights, conv_s16);
WEIGHTS_KERNEL(conv_2d_f32, "CONV_2D", "float32, float32, float32? -> float32", THIMBLE_WITHIN_TOLERANCE,
               supports_windows, prepare, run_weights, conv_f32);
