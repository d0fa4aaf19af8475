/* Rows of ADD and SUB. */
#ifndef PORTABLE_STORED_SUM_H
#define PORTABLE_STORED_SUM_H

#include <thimble/kit/arithmetic.h>

#include "rows.h"

/* Both terms in the common scale, put together by `sign`; wraps. */
static inline int32_t sum_stored(int32_t a, int32_t b, uint32_t sign, const thimble_sum_quantization *by) {
  const int32_t first = thimble_scale_term(a, by->first_offset, by->left_shift, by->first);
  const int32_t second = thimble_scale_term(b, by->second_offset, by->left_shift, by->second);
  const uint32_t sum = (uint32_t)first + sign * (uint32_t)second;
  return thimble_store(thimble_requantize((int32_t)sum, by->total), &by->output);
}

#endif
