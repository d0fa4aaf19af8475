#ifndef THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_H
#define THIMBLE_ARITHMETIC_ELEMENTWISE_SUM_H

#include <thimble/kit/quantize_multiplier.h>

#include "blocks.h"
#include "store_quantized.h"

/*
 * Sum or difference of quantized tensors. Both are brought to a common unit, half of 2^-left_shift times the greater
 * scale: the coarse term, which has that scale, by a shift alone, since its factor is exactly 1/2; the fine term by
 * its factor. Bit-exact with ADD and SUB of the reference.
 *
 * The reference rounds f times a fine term's factor, and then its quotient by 2^s: half up, and half away from zero. Both
 * together are floor(f F + 1/2 + 2^-(s+1)), or with - 2^-(s+1) where f < 0. A term of int8 takes few bits, so that F fits
 * two products of 32 bits, one of its whole part and one of its fraction. plan_sum_s8 tries all 256.
 */
typedef struct {
  int32_t left_shift;
  int32_t coarse_zero_point;
  int32_t fine_zero_point;
  /* 1 or -1. */
  int32_t coarse_sign;
  int32_t fine_sign;
  thimble_multiplier fine;
  thimble_multiplier total;
  thimble_output_quantization output;
  /*
   * Whether that and the total's few bits may be used; if so, F with the term's sign, and what is added, in units of
   * 2^-SUM_FRACTION_BITS.
   */
  int32_t is_small;
  int32_t fine_whole;
  int32_t fine_fraction;
  int32_t fine_addend;
  /* Subtracted besides where f < 0. */
  int32_t fine_negative;
} sum_quantization;

enum { SUM_FRACTION_BITS = 22 };

/* Fills in what only sum_row_s8 needs. */
void plan_sum_s8(sum_quantization *quantization);

/* The row's first input is the coarse term. */
void sum_row_s8(const void *quantization, const binary_row *row);
void sum_row_s16(const void *quantization, const binary_row *row);

#endif
