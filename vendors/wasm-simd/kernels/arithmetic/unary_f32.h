#ifndef THIMBLE_ARITHMETIC_UNARY_F32_H
#define THIMBLE_ARITHMETIC_UNARY_F32_H

#include <stdint.h>

/* Functions of one float each. NaN stays NaN. */
void logistic_row_f32(const float *input, float *output, int32_t n);
void tanh_row_f32(const float *input, float *output, int32_t n);
void hard_swish_row_f32(const float *input, float *output, int32_t n);
void clamp_row_f32(const float *input, float *output, int32_t n, float min, float max);
void leaky_relu_row_f32(const float *input, float *output, int32_t n, float alpha);

#endif
