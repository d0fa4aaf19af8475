#ifndef THIMBLE_ARITHMETIC_QUANTIZE_ROW_H
#define THIMBLE_ARITHMETIC_QUANTIZE_ROW_H

#include <thimble/kit/quantize_multiplier.h>

#include "store_quantized.h"

/* From one integer type and scale to another: 32 bits, which wrap, with two roundings, then clamped. */
typedef struct {
  int32_t input_zero_point;
  thimble_multiplier factor;
  thimble_output_quantization output;
} requantization;

typedef void (*requantize_row)(const requantization *quantization, const void *input, void *output, int32_t n);

void requantize_row_s8_s16(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s8_s32(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s16_s8(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s16_s16(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s16_s32(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s32_s8(const requantization *quantization, const void *input, void *output, int32_t n);
void requantize_row_s32_s16(const requantization *quantization, const void *input, void *output, int32_t n);

/* input / scale in float, half away from zero. NaN becomes the zero point. */
typedef void (*quantize_row)(float scale, const thimble_output_quantization *quantization, const float *input,
                             void *output, int32_t n);

void quantize_row_s8(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                     int32_t n);
void quantize_row_u8(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                     int32_t n);
void quantize_row_s16(float scale, const thimble_output_quantization *quantization, const float *input, void *output,
                      int32_t n);

/* scale * (input - zero_point), rounded once. */
void dequantize_row_s8(float scale, int32_t zero_point, const void *input, float *output, int32_t n);
void dequantize_row_u8(float scale, int32_t zero_point, const void *input, float *output, int32_t n);
void dequantize_row_s16(float scale, int32_t zero_point, const void *input, float *output, int32_t n);

#endif
