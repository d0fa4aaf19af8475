#ifndef THIMBLE_ARITHMETIC_EXP_F32_H
#define THIMBLE_ARITHMETIC_EXP_F32_H

#include "simd.h"

#include "inlined.h"

/*
 * e^x of four floats, within 2 units in the last place: x = n ln 2 + r, |r| <= ln 2 / 2, and a polynomial of e^r (the
 * coefficients are those of Cephes' expf). Numbers out of range become the least or greatest normal float, NaN stays.
 */
INLINED v128_t exp_of_four(v128_t x) {
  const v128_t limited = wasm_f32x4_pmax(wasm_f32x4_pmin(x, wasm_f32x4_const_splat(88.37f)),
                                         wasm_f32x4_const_splat(-87.33f));
  const v128_t n = wasm_f32x4_nearest(wasm_f32x4_mul(limited, wasm_f32x4_const_splat(1.44269504088896341f)));
  /* ln 2 in two parts: n times the first is exact. */
  const v128_t high = wasm_f32x4_sub(limited, wasm_f32x4_mul(n, wasm_f32x4_const_splat(0.693359375f)));
  const v128_t r = wasm_f32x4_sub(high, wasm_f32x4_mul(n, wasm_f32x4_const_splat(-2.12194440e-4f)));
  v128_t p = wasm_f32x4_const_splat(1.9875691500e-4f);
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_const_splat(1.3981999507e-3f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_const_splat(8.3334519073e-3f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_const_splat(4.1665795894e-2f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_const_splat(1.6666665459e-1f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_const_splat(0.5f));
  const v128_t e_r = wasm_f32x4_add(wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(r, r), p), r),
                                    wasm_f32x4_const_splat(1.0f));
  const v128_t exponent = wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(n), wasm_i32x4_const_splat(127));
  return wasm_f32x4_mul(e_r, wasm_i32x4_shl(exponent, 23));
}

/* 1 / (1 + e^-x); 0 where that is less than the least normal float. */
INLINED v128_t logistic_of_four(v128_t x) {
  const v128_t one = wasm_f32x4_const_splat(1.0f);
  const v128_t result = wasm_f32x4_div(one, wasm_f32x4_add(one, exp_of_four(wasm_f32x4_neg(x))));
  return wasm_v128_andnot(result, wasm_f32x4_lt(x, wasm_f32x4_const_splat(-87.33f)));
}

/* tanh x for |x| < 0.625, a polynomial (the coefficients are those of Cephes' tanhf). */
INLINED v128_t tanh_of_small(v128_t x) {
  const v128_t s = wasm_f32x4_mul(x, x);
  v128_t p = wasm_f32x4_const_splat(-5.70498872745e-3f);
  p = wasm_f32x4_add(wasm_f32x4_mul(p, s), wasm_f32x4_const_splat(2.06390887954e-2f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, s), wasm_f32x4_const_splat(-5.37397155531e-2f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, s), wasm_f32x4_const_splat(1.33314422036e-1f));
  p = wasm_f32x4_add(wasm_f32x4_mul(p, s), wasm_f32x4_const_splat(-3.33332819422e-1f));
  return wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(p, s), x), x);
}

/* tanh x, for greater magnitudes 1 - 2 / (e^2|x| + 1) with the sign of x. */
INLINED v128_t tanh_of_four(v128_t x) {
  const v128_t magnitude = wasm_f32x4_abs(x);
  const v128_t one = wasm_f32x4_const_splat(1.0f), two = wasm_f32x4_const_splat(2.0f);
  const v128_t e = exp_of_four(wasm_f32x4_add(magnitude, magnitude));
  const v128_t great = wasm_f32x4_sub(one, wasm_f32x4_div(two, wasm_f32x4_add(e, one)));
  const v128_t sign = wasm_v128_and(x, wasm_f32x4_const_splat(-0.0f));
  const v128_t is_small = wasm_f32x4_lt(magnitude, wasm_f32x4_const_splat(0.625f));
  return wasm_v128_bitselect(tanh_of_small(x), wasm_v128_or(great, sign), is_small);
}

#endif
