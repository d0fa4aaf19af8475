#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_CONV_S8_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_CONV_S8_H

#include "conv_params.h"

/* Convolution with int8 activations and int8 or int4 weights whose filters see one channel each. Bit-exact. */

void depthwise_conv_s8_plan(conv_params *params);

void depthwise_conv_s8_pack(const conv_params *params, const void *weights, const void *bias,
                            const int32_t *multipliers, const int32_t *shifts, void *packed);

void depthwise_conv_s8_run(const conv_params *params, const void *packed, const void *input, void *output,
                           void *scratch);

#endif
