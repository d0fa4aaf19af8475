#ifndef THIMBLE_ARITHMETIC_SIGMOID_ROWS_S16_H
#define THIMBLE_ARITHMETIC_SIGMOID_ROWS_S16_H

#include <thimble/kit/sigmoid_s16.h>

void logistic_s16_row(thimble_sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n);
void tanh_s16_row(thimble_sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n);

#endif
