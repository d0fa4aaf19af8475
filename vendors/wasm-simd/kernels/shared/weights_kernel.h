/* What CONV_2D, DEPTHWISE_CONV_2D, FULLY_CONNECTED and TRANSPOSE_CONV have in common: prepare. */
#ifndef WASM_SIMD_WEIGHTS_KERNEL_H
#define WASM_SIMD_WEIGHTS_KERNEL_H

#include <thimble/params.h>

#include "../arithmetic/conv_params.h"
#include "supports_weights.h"

/* A convolution's parameters without shape and plan. */
conv_params weights_params(const thimble_weights *tensors, thimble_activation activation);

/* What an arithmetic's `pack` takes beside the weights, in temporary memory. */
typedef struct {
  const void *bias;
  const int32_t *multipliers;
  const int32_t *shifts;
} channel_constants;

/* Bias and multipliers of each channel, as the arithmetic of the input's type wants them. */
thimble_status describe_channels(const thimble_host *host, const thimble_weights *tensors, int32_t channels,
                                 channel_constants *constants);

/* Plans and packs `params` into the node's record and constants, and asks for scratch. */
thimble_status prepare_weights(const thimble_host *host, thimble_node *node, const thimble_weights *tensors,
                               const conv_params *params, const conv_arithmetic *arithmetic);

/* Runs what prepare_weights has prepared. */
static inline thimble_status run_weights(const thimble_node *node, const conv_arithmetic *arithmetic) {
  arithmetic->run(node->data, node->constants, thimble_input(node, 0)->data, thimble_output(node, 0)->data,
                  node->scratch);
  return THIMBLE_OK;
}

/*
 * A kernel of an arithmetic (the common start of its functions' names), which `prepare_with` and `run_with` are handed.
 */
#define WEIGHTS_KERNEL(kernel_name, operator, type_list, accuracy, supports_with, prepare_with, run_with, arithmetic) \
  static const conv_arithmetic kernel_name##_arithmetic = {arithmetic##_plan, arithmetic##_pack,   \
                                                           arithmetic##_run};                      \
  static thimble_status kernel_name##_prepare(const thimble_host *host, thimble_node *node) {      \
    return prepare_with(host, node, &kernel_name##_arithmetic);                                    \
  }                                                                                                \
  static thimble_status kernel_name##_invoke(const thimble_host *host, thimble_node *node) {       \
    (void)host;                                                                                    \
    return run_with(node, &kernel_name##_arithmetic);                                              \
  }                                                                                                \
  const thimble_kernel kernel_name = {                                                             \
      .struct_size = sizeof(thimble_kernel),                                                       \
      .name = #kernel_name,                                                                        \
      .operator_name = operator,                                                                   \
      .types = type_list,                                                                          \
      accuracy,                                                                                    \
      .supports = supports_with,                                                                    \
      .prepare = kernel_name##_prepare,                                                            \
      .invoke = kernel_name##_invoke,                                                              \
  }

#endif
