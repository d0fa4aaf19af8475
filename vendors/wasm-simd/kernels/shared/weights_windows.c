#include "weights_windows.h"

thimble_weights describe_windows(const thimble_host *host, const thimble_node *node) {
  return thimble_weights_of(host, node, (thimble_weights_inputs){0, 1, 2});
}

thimble_status supports_windows(const thimble_host *host, const thimble_node *node) {
  const thimble_weights tensors = describe_windows(host, node);
  return supports_weights(host, &tensors);
}

conv_shape windows_shape(const thimble_weights *tensors, const thimble_window *height, const thimble_window *width,
                         int32_t filter_channels) {
  const int32_t *const input = tensors->input->dims, *const output = tensors->output->dims;
  return (conv_shape){
      .batches = input[0],
      .input_height = input[1],
      .input_width = input[2],
      .input_channels = input[3],
      .filter_height = tensors->filter->dims[1],
      .filter_width = tensors->filter->dims[2],
      .filter_channels = filter_channels,
      .output_height = output[1],
      .output_width = output[2],
      .output_channels = output[3],
      .stride_height = height->stride,
      .stride_width = width->stride,
      .dilation_height = height->dilation,
      .dilation_width = width->dilation,
      .padding_top = height->pad_before,
      .padding_left = width->pad_before,
  };
}
