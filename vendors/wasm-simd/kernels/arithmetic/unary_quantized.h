#ifndef THIMBLE_ARITHMETIC_UNARY_QUANTIZED_H
#define THIMBLE_ARITHMETIC_UNARY_QUANTIZED_H

#include <stdint.h>
#include <thimble/kit/quantize_multiplier.h>

#include "store_quantized.h"

/* Stored numbers as they are, clamped. */
void clamp_row_s8(const int8_t *input, int8_t *output, int32_t n, thimble_range range);
void clamp_row_s16(const int16_t *input, int16_t *output, int32_t n, thimble_range range);

/* A factor for numbers from 0 on, and one for those under 0. */
typedef struct {
  int32_t input_zero_point;
  thimble_multiplier positive;
  thimble_multiplier negative;
  thimble_output_quantization output;
} piecewise_quantization;

void piecewise_row_s16(const piecewise_quantization *quantization, const int16_t *input, int16_t *output, int32_t n);

#endif
