/*
 * Exponentials of floats without a math library. Coefficients are those of Cephes' expf and tanhf; e^x is within 2
 * units in the last place.
 */
#ifndef THIMBLE_KIT_EXP_H
#define THIMBLE_KIT_EXP_H

#include <stdint.h>

/** x to the nearest integer, |x| < 2^30. */
static inline int32_t thimble_round_f32(float x) { return (int32_t)(x < 0 ? x - 0.5f : x + 0.5f); }

/**
 * e^x: x = n ln 2 + r, |r| <= ln 2 / 2, and a polynomial of e^r. Numbers out of range become the least or greatest
 * normal float, NaN stays.
 */
static inline float thimble_exp_f32(float x) {
  if (x != x) return x;
  const float limited = x > 88.37f ? 88.37f : x < -87.33f ? -87.33f : x;
  const int32_t n = thimble_round_f32(limited * 1.44269504088896341f);
  /* ln 2 in two parts: n times the first is exact. */
  const float r = (limited - (float)n * 0.693359375f) - (float)n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 0.5f;
  union {
    uint32_t bits;
    float value;
  } power = {.bits = (uint32_t)(n + 127) << 23};
  return (r * r * p + r + 1.0f) * power.value;
}

/** 1 / (1 + e^-x); 0 where that is less than the least normal float. */
static inline float thimble_logistic_f32(float x) { return x < -87.33f ? 0 : 1 / (1 + thimble_exp_f32(-x)); }

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
