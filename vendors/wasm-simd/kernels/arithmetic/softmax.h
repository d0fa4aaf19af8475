#ifndef THIMBLE_ARITHMETIC_SOFTMAX_H
#define THIMBLE_ARITHMETIC_SOFTMAX_H

#include <thimble/kit/quantize_multiplier.h>

/* e^-d, Q0.31, for the differences d that int8 inputs can have to their maximum. */
typedef struct {
  int32_t of_difference[256];
} exponentials_s8;

/* `unit` is the real unit of a difference, the input's scale times beta. Differences too great to count have 0. */
void fill_exponentials(exponentials_s8 *exponentials, double unit);

/* One distribution: outputs in units of 2^-8 or 2^-16, their zero point the least that they can store. */
void softmax_row_s8(const exponentials_s8 *exponentials, const int8_t *input, int8_t *output, int32_t depth);
void softmax_row_s8_s16(const exponentials_s8 *exponentials, const int8_t *input, int16_t *output, int32_t depth);

/* One distribution in units of 2^-15; `factor` brings a difference to units of 10 / 65535. */
void softmax_row_s16(thimble_multiplier factor, const int16_t *input, int16_t *output, int32_t depth);

void softmax_row_f32(float beta, const float *input, float *output, int32_t depth);

#endif
