#include "arithmetic/conv_f32.h"
#include "arithmetic/conv_s16.h"
#include "arithmetic/conv_s8.h"
#include "arithmetic/transposed_conv.h"
#include "kernels.h"
#include "shared/weights_windows.h"

static const thimble_weights_inputs INPUTS = {2, 1, 3};

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const thimble_weights tensors = thimble_weights_of(host, node, INPUTS);
  return supports_weights(host, &tensors);
}

/* What an input's element is spread over, as the window that a convolution moves. */
static thimble_window window_of(const thimble_spread_window *spread) {
  return (thimble_window){.stride = spread->stride, .dilation = 1, .pad_before = spread->pad_before};
}

static conv_shape shape_of(const thimble_weights *tensors, const thimble_transpose_conv_params *options) {
  const thimble_window height = window_of(&options->height), width = window_of(&options->width);
  return windows_shape(tensors, &height, &width, tensors->input->dims[3]);
}

static thimble_status pack(const thimble_host *host, thimble_node *node, const thimble_weights *tensors,
                           const transposed_conv *conv, const conv_arithmetic *arithmetic) {
  const thimble_tensor_info *filter = tensors->filter_info;
  channel_constants channels = {0};
  const thimble_status status = describe_channels(host, tensors, conv->whole.shape.output_channels, &channels);
  if (status != THIMBLE_OK) return status;
  void *temporary = host->allocate_temporary(host, filter->byte_length);
  void *packed = host->allocate_constants(host, node, (uint32_t)conv->packed_bytes);
  if (!temporary || !packed) return THIMBLE_OUT_OF_MEMORY;
  transposed_conv_pack(conv, arithmetic, tensors->filter->data, thimble_element_bytes(filter), channels.bias,
                       channels.multipliers, channels.shifts, temporary, packed);
  return THIMBLE_OK;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node, const conv_arithmetic *arithmetic) {
  const thimble_transpose_conv_params *options = node->params;
  const thimble_weights tensors = thimble_weights_of(host, node, INPUTS);
  const conv_shape shape = shape_of(&tensors, options);
  const uint32_t phases = (uint32_t)transposed_conv_phases(&shape);
  transposed_conv *record =
      host->allocate_persistent(host, node, sizeof(transposed_conv) + phases * sizeof(transposed_phase));
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  record->whole = weights_params(&tensors, options->activation);
  record->whole.shape = shape;
  record->element_bytes = thimble_element_bytes(tensors.output_info);
  transposed_conv_plan(record, arithmetic);
  const thimble_status status = pack(host, node, &tensors, record, arithmetic);
  if (status != THIMBLE_OK) return status;
  if (record->scratch_bytes == 0) return THIMBLE_OK;
  return host->request_scratch(host, node, (uint32_t)record->scratch_bytes);
}

static thimble_status invoke(thimble_node *node, const conv_arithmetic *arithmetic) {
  transposed_conv_run(node->data, arithmetic, node->constants, thimble_input(node, INPUTS.input)->data,
                      thimble_output(node, 0)->data, node->scratch);
  return THIMBLE_OK;
}

WEIGHTS_KERNEL(transpose_conv_s8, "TRANSPOSE_CONV", "int32, int8, int8, int32? -> int8",
               THIMBLE_EXACT_REQUANTIZED, supports, prepare, invoke, conv_s8);
/* With an int32 bias, the reference computes what a device does that takes it for int64: not here. */
WEIGHTS_KERNEL(transpose_conv_s16, "TRANSPOSE_CONV", "int32, int8, int16, int16|int64? -> int16",
               THIMBLE_EXACT_REQUANTIZED, supports, prepare, invoke, conv_s16);
WEIGHTS_KERNEL(transpose_conv_f32, "TRANSPOSE_CONV", "int32, float32, float32, float32? -> float32",
               THIMBLE_WITHIN_TOLERANCE, supports, prepare, invoke, conv_f32);
