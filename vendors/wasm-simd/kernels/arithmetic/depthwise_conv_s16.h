#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_CONV_S16_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_CONV_S16_H

#include "conv_params.h"

/*
 * Convolution with int16 activations and int8 weights, whose filters see one channel each. Sums have 64 bits
 * and are rounded once.
 */

void depthwise_conv_s16_plan(conv_params *params);

void depthwise_conv_s16_pack(const conv_params *params, const void *weights, const void *bias,
                             const int32_t *multipliers, const int32_t *shifts, void *packed);

void depthwise_conv_s16_run(const conv_params *params, const void *packed, const void *input, void *output,
                            void *scratch);

#endif
