/*
 * Functions of numbers in the notation Qm.n: n fractional bits, m integer bits besides the sign, m + n = 31. They
 * repeat gemmlowp's fixedpoint.h step by step, since every rounding shows in the result.
 */
#ifndef THIMBLE_KIT_FIXED_POINT_H
#define THIMBLE_KIT_FIXED_POINT_H

#include "divide.h"

enum {
  THIMBLE_EXP_MINUS_ONE_EIGHTH = 1895147668,
  THIMBLE_ONE_THIRD = 715827883,
  THIMBLE_ONE_EIGHTH = 1 << 28,
  THIMBLE_FORTY_EIGHT_SEVENTEENTHS_Q2 = 1515870810,
  THIMBLE_MINUS_THIRTY_TWO_SEVENTEENTHS_Q2 = -1010580540,
  THIMBLE_ONE_Q2 = 1 << 29,
  THIMBLE_MIN_EXP_POWER = -2,
};

/* e^-2^k in Q0.31 for k = -2 to 4. */
static const int32_t thimble_exp_of_powers[] = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242};

static inline int32_t thimble_saturating_shift_left(int32_t x, int32_t exponent) {
  const int64_t shifted = (int64_t)x * (INT64_C(1) << exponent);
  return shifted > INT32_MAX ? INT32_MAX : shifted < INT32_MIN ? INT32_MIN : (int32_t)shifted;
}

static inline int32_t thimble_wrapping_add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }

/* e^a for -1/4 <= a < 0, Q0.31: the Taylor polynomial of fourth order around -1/8. */
static inline int32_t thimble_exp_between_minus_quarter_and_zero(int32_t a) {
  const int32_t x = thimble_wrapping_add(a, THIMBLE_ONE_EIGHTH);
  const int32_t x2 = thimble_high_multiply(x, x);
  const int32_t x3 = thimble_high_multiply(x2, x);
  const int32_t x4 = thimble_high_multiply(x2, x2);
  const int32_t quartic = thimble_wrapping_add(thimble_rounding_divide_by_pot(x4, 2), x3);
  const int32_t cubic = thimble_high_multiply(quartic, THIMBLE_ONE_THIRD);
  const int32_t tail = thimble_rounding_divide_by_pot(thimble_wrapping_add(cubic, x2), 1);
  const int32_t rest = thimble_high_multiply(THIMBLE_EXP_MINUS_ONE_EIGHTH, thimble_wrapping_add(x, tail));
  return thimble_wrapping_add(THIMBLE_EXP_MINUS_ONE_EIGHTH, rest);
}

/* a is a remainder in [-1/4, 0) less a multiple of 1/4; each bit of the multiple is a factor e^-2^k. */
/** e^a for a <= 0: Q(integer_bits).n to Q0.31, integer_bits 0 to 5. */
static inline int32_t thimble_exp_on_negative_values(int32_t a, int32_t integer_bits) {
  if (a == 0) return INT32_MAX;
  const int32_t fractional_bits = 31 - integer_bits;
  const int32_t quarter = 1 << (fractional_bits - 2);
  const int32_t remainder = (a & (quarter - 1)) - quarter;
  const int32_t multiple = (int32_t)((uint32_t)remainder - (uint32_t)a);
  int32_t result = thimble_exp_between_minus_quarter_and_zero((int32_t)((uint32_t)remainder << integer_bits));
  for (int32_t k = THIMBLE_MIN_EXP_POWER; k < integer_bits; k++) {
    const int32_t bit = 1 << (fractional_bits + k);
    if (multiple & bit) result = thimble_high_multiply(result, thimble_exp_of_powers[k - THIMBLE_MIN_EXP_POWER]);
  }
  return result;
}

/* 2 / (1 + a) for 0 <= a <= 1: Q0.31 to Q2.29, by three steps of Newton and Raphson. */
static inline int32_t thimble_two_over_one_plus(int32_t a) {
  const int32_t half_denominator = (int32_t)(((int64_t)a + INT32_MAX + 1) >> 1);
  int32_t x = thimble_wrapping_add(THIMBLE_FORTY_EIGHT_SEVENTEENTHS_Q2,
                           thimble_high_multiply(half_denominator, THIMBLE_MINUS_THIRTY_TWO_SEVENTEENTHS_Q2));
  for (int32_t step = 0; step < 3; step++) {
    const int32_t error = (int32_t)((uint32_t)THIMBLE_ONE_Q2 - (uint32_t)thimble_high_multiply(half_denominator, x));
    x = thimble_wrapping_add(x, thimble_saturating_shift_left(thimble_high_multiply(x, error), 2));
  }
  return x;
}

/** 1 / (1 + a) for 0 <= a <= 1, Q0.31. */
static inline int32_t thimble_one_over_one_plus(int32_t a) {
  return thimble_saturating_shift_left(thimble_two_over_one_plus(a), 1);
}

/* (1 - a) / (1 + a) for 0 <= a <= 1, Q0.31. */
static inline int32_t thimble_one_minus_over_one_plus(int32_t a) {
  return thimble_saturating_shift_left(thimble_wrapping_add(thimble_two_over_one_plus(a), -THIMBLE_ONE_Q2), 2);
}

/** 1 / (1 + e^-a): Q(integer_bits).n to Q0.31, integer_bits 0 to 5. */
static inline int32_t thimble_logistic_fixed_point(int32_t a, int32_t integer_bits) {
  if (a == 0) return 1 << 30;
  const int32_t of_magnitude = thimble_one_over_one_plus(thimble_exp_on_negative_values(a > 0 ? -a : a, integer_bits));
  return a > 0 ? of_magnitude : INT32_MAX - of_magnitude;
}

/** tanh a: Q(integer_bits).n to Q0.31, integer_bits 0 to 4. */
static inline int32_t thimble_tanh_fixed_point(int32_t a, int32_t integer_bits) {
  if (a == 0) return 0;
  const int32_t exponential = thimble_exp_on_negative_values(a < 0 ? a : -a, integer_bits + 1);
  const int32_t of_magnitude = thimble_one_minus_over_one_plus(exponential);
  return a < 0 ? -of_magnitude : of_magnitude;
}

#endif
