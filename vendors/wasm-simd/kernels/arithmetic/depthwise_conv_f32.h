#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_CONV_F32_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_CONV_F32_H

#include "conv_params.h"

/* Convolution of floats whose filters see one channel each. */

void depthwise_conv_f32_plan(conv_params *params);

void depthwise_conv_f32_pack(const conv_params *params, const void *weights, const void *bias,
                             const int32_t *multipliers, const int32_t *shifts, void *packed);

void depthwise_conv_f32_run(const conv_params *params, const void *packed, const void *input, void *output,
                            void *scratch);

#endif
