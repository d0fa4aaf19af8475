/*
 * Exponentials of floats without a math library. Coefficients are those of Cephes' expf and tanhf; e^x is within 2
 * units in the last place.
 */
#ifndef THIMBLE_KIT_EXP_H
#define THIMBLE_KIT_EXP_H

#include <stdint.h>

/** Numbers beyond these have exponentials that no normal float is. */
#define THIMBLE_EXP_LEAST -87.33f
#define THIMBLE_EXP_MOST 88.37f

#define THIMBLE_LOG_2_E 1.44269504088896341f
/* ln 2 in two parts: whole numbers of exponents times the first are exact. */
#define THIMBLE_LN_2_UPPER 0.693359375f
#define THIMBLE_LN_2_LOWER -2.12194440e-4f

enum { THIMBLE_EXP_COEFFICIENTS = 6 };

/** e^r = 1 + r + r^2 p(r) for |r| <= ln 2 / 2: the coefficients of p, that of the highest power first. */
static const float thimble_exp_coefficients[THIMBLE_EXP_COEFFICIENTS] = {
    1.9875691500e-4f, 1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 0.5f,
};

/** x to the nearest integer, |x| < 2^30. */
static inline int32_t thimble_round_f32(float x) { return (int32_t)(x < 0 ? x - 0.5f : x + 0.5f); }

/**
 * e^x: x = n ln 2 + r, and a polynomial of e^r. Numbers out of range become the least or greatest normal float, NaN
 * stays.
 */
static inline float thimble_exp_f32(float x) {
  if (x != x) return x;
  const float limited = x > THIMBLE_EXP_MOST ? THIMBLE_EXP_MOST : x < THIMBLE_EXP_LEAST ? THIMBLE_EXP_LEAST : x;
  const int32_t n = thimble_round_f32(limited * THIMBLE_LOG_2_E);
  const float r = (limited - (float)n * THIMBLE_LN_2_UPPER) - (float)n * THIMBLE_LN_2_LOWER;
  const float *const c = thimble_exp_coefficients;
  const float p = ((((c[0] * r + c[1]) * r + c[2]) * r + c[3]) * r + c[4]) * r + c[5];
  union {
    uint32_t bits;
    float value;
  } power = {.bits = (uint32_t)(n + 127) << 23};
  return (r * r * p + r + 1.0f) * power.value;
}

/** 1 / (1 + e^-x); 0 where that is less than the least normal float. */
static inline float thimble_logistic_f32(float x) { return x < THIMBLE_EXP_LEAST ? 0 : 1 / (1 + thimble_exp_f32(-x)); }

/** tanh x: a polynomial for |x| < 0.625, 1 - 2 / (e^2|x| + 1) with the sign of x for others. */
static inline float thimble_tanh_f32(float x) {
  const float magnitude = x < 0 ? -x : x;
  if (!(magnitude < 0.625f)) {
    const float great = 1 - 2 / (thimble_exp_f32(magnitude + magnitude) + 1);
    return x < 0 ? -great : great;
  }
  const float s = x * x;
  float p = -5.70498872745e-3f;
  p = p * s + 2.06390887954e-2f;
  p = p * s - 5.37397155531e-2f;
  p = p * s + 1.33314422036e-1f;
  p = p * s - 3.33332819422e-1f;
  return p * s * x + x;
}

#endif
