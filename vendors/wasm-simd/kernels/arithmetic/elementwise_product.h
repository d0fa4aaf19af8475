#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_PRODUCT_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_PRODUCT_H

#include <thimble/kit/quantize_multiplier.h>

#include "blocks.h"
#include "store_quantized.h"

/* Product of quantized tensors, bit-exact with MUL of the reference; products wrap at 32 bits. */
typedef struct {
  int32_t first_zero_point;
  int32_t second_zero_point;
  thimble_multiplier factor;
  thimble_output_quantization output;
} product_quantization;

void product_row_s8(const void *quantization, const binary_row *row);
void product_row_s16(const void *quantization, const binary_row *row);

#endif
