#ifndef THIMBLE_ARITHMETIC_CONV_S16_H
#define THIMBLE_ARITHMETIC_CONV_S16_H

#include "conv_params.h"

/*
 * Convolution with int16 activations and int8 weights, in any layout. Sums have 64 bits; where the model's bias is
 * int32, the reference keeps only the lower 32 bits of a sum.
 */

void conv_s16_plan(conv_params *params);

void conv_s16_pack(const conv_params *params, const void *weights, const void *bias, const int32_t *multipliers,
                   const int32_t *shifts, void *packed);

void conv_s16_run(const conv_params *params, const void *packed, const void *input, void *output, void *scratch);

#endif
