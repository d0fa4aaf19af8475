#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_H

#include <thimble/kit/quantize_multiplier.h>

#include "blocks.h"
#include "store_quantized.h"

/*
 * Sum or difference of quantized tensors. Both are brought to a common unit, half of 2^-left_shift times the greater
 * scale: the coarse term, which has that scale, by a shift alone, since its factor is exactly 1/2; the fine term by
 * its factor. Bit-exact with ADD and SUB of the reference.
 */
typedef enum { COARSE_PLUS_FINE, COARSE_MINUS_FINE, FINE_MINUS_COARSE } sum_operation;

typedef struct {
  /* A sum_operation. */
  int32_t operation;
  int32_t left_shift;
  int32_t coarse_zero_point;
  int32_t fine_zero_point;
  thimble_multiplier fine;
  thimble_multiplier total;
  output_quantization output;
} sum_quantization;

/* The row's first input is the coarse term. */
void sum_row_s8(const void *quantization, const binary_row *row);
void sum_row_s16(const void *quantization, const binary_row *row);

#endif
