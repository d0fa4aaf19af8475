#ifndef THIMBLE_ARITHMETIC_STORE_SUMS_H
#define THIMBLE_ARITHMETIC_STORE_SUMS_H

#include <thimble/kit/quantize_multiplier.h>

#include "store_quantized.h"

/* What turns sums of stored numbers into outputs: less their zero points, scaled, zero point added, clamped. */
typedef struct {
  /* Zero point of the input times the number of elements. */
  int32_t sum_offset;
  thimble_multiplier factor;
  output_quantization output;
} sum_storage;

void store_sums_s8(const sum_storage *storage, const int32_t *sums, int8_t *output, int32_t n);
void store_sums_s16(const sum_storage *storage, const int32_t *sums, int16_t *output, int32_t n);

#endif
