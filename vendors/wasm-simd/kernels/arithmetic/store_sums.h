#ifndef THIMBLE_ARITHMETIC_STORE_SUMS_H
#define THIMBLE_ARITHMETIC_STORE_SUMS_H

#include <thimble/kit/reduction.h>

#include "store_quantized.h"

/* Less their zero points, scaled, zero point added, clamped. */
void store_sums_s8(const thimble_sum_storage *storage, const int32_t *sums, int8_t *output, int32_t n);
void store_sums_s16(const thimble_sum_storage *storage, const int32_t *sums, int16_t *output, int32_t n);

#endif
