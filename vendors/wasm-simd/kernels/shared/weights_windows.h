/* Convolutions that move windows over their input: CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV. */
#ifndef WASM_SIMD_WEIGHTS_WINDOWS_H
#define WASM_SIMD_WEIGHTS_WINDOWS_H

#include "weights_kernel.h"

/* The tensors of a node whose inputs are input, filter, bias?. */
thimble_weights describe_windows(const thimble_host *host, const thimble_node *node);

/* supports_weights of a node whose inputs are input, filter, bias?. */
thimble_status supports_windows(const thimble_host *host, const thimble_node *node);

/* A filter is [.., height, width, ..]; it sees `filter_channels` channels. */
conv_shape windows_shape(const thimble_weights *tensors, const thimble_window *height, const thimble_window *width,
                         int32_t filter_channels);

#endif
