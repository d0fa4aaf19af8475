#ifndef THIMBLE_ARITHMETIC_FIXED_POINT_H
#define THIMBLE_ARITHMETIC_FIXED_POINT_H

#include <stdint.h>

/*
 * Functions of numbers in the notation Qm.n: n fractional bits, m integer bits besides the sign, m + n = 31. They
 * repeat gemmlowp's fixedpoint.h step by step, since every rounding shows in the result.
 */

/* e^a for a <= 0: Q(integer_bits).n to Q0.31, integer_bits 0 to 5. */
int32_t exp_on_negative_values(int32_t a, int32_t integer_bits);

/* 1 / (1 + a) for 0 <= a <= 1, Q0.31. */
int32_t one_over_one_plus(int32_t a);

/* 1 / (1 + e^-a): Q(integer_bits).n to Q0.31, integer_bits 0 to 5. */
int32_t logistic_fixed_point(int32_t a, int32_t integer_bits);

/* tanh a: Q(integer_bits).n to Q0.31, integer_bits 0 to 4. */
int32_t tanh_fixed_point(int32_t a, int32_t integer_bits);

#endif
