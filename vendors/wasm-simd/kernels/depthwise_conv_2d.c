#include "arithmetic/depthwise_conv_f32.h"
#include "arithmetic/depthwise_conv_s16.h"
#include "arithmetic/depthwise_conv_s8.h"
#include "kernels.h"
#include "shared/weights_windows.h"

static thimble_status prepare(const thimble_host *host, thimble_node *node, const conv_arithmetic *arithmetic) {
  const thimble_depthwise_conv_2d_params *options = node->params;
  const thimble_weights tensors = describe_windows(host, node);
  conv_params params = weights_params(&tensors, options->activation);
  params.shape = windows_shape(&tensors, &options->height, &options->width, 1);
  params.filter_is_channels_last = 1;
  return prepare_weights(host, node, &tensors, &params, arithmetic);
}

WEIGHTS_KERNEL(depthwise_conv_2d_s8, "DEPTHWISE_CONV_2D", "int8, int8|int4, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, supports_windows, prepare, run_weights, depthwise_conv_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
WEIGHTS_KERNEL(depthwise_conv_2d_s16, "DEPTHWISE_CONV_2D", "int16, int8, int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, supports_windows, prepare, run_weights, depthwise_conv_s16);
WEIGHTS_KERNEL(depthwise_conv_2d_f32, "DEPTHWISE_CONV_2D", "float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, supports_windows, prepare, run_weights, depthwise_conv_f32);
