/* The logistic function of floats, four at a time: kit/exp.h in HiFi's instructions. */
#ifndef XTENSA_LOGISTIC_F32_H
#define XTENSA_LOGISTIC_F32_H

#include <thimble/kit/exp.h>

#include "hifi_float.h"

/* Of r, by thimble_exp_coefficients. */
static inline hifi_floatx4 exp_polynomial(hifi_floatx4 r) {
  hifi_floatx4 p = hifi_float_constant(thimble_exp_coefficients[0]);
  for (int32_t i = 1; i < THIMBLE_EXP_COEFFICIENTS; i++)
    p = hifi_add_sx2x2(hifi_mul_sx2x2(p, r), hifi_float_constant(thimble_exp_coefficients[i]));
  return p;
}

/** thimble_exp_f32; no lane is NaN. */
static inline hifi_floatx4 exp_of_four(hifi_floatx4 x) {
  const hifi_floatx4 least = hifi_float_constant(THIMBLE_EXP_LEAST), most = hifi_float_constant(THIMBLE_EXP_MOST);
  const hifi_floatx4 limited = hifi_max_sx2(hifi_min_sx2(x, most), least);
  const hifi_int32x4 whole = hifi_round_sx2(hifi_mul_sx2x2(limited, hifi_float_constant(THIMBLE_LOG_2_E)));
  const hifi_floatx4 n = hifi_float_sx2(whole);
  const hifi_floatx4 upper = hifi_mul_sx2x2(n, hifi_float_constant(THIMBLE_LN_2_UPPER));
  const hifi_floatx4 lower = hifi_mul_sx2x2(n, hifi_float_constant(THIMBLE_LN_2_LOWER));
  const hifi_floatx4 r = hifi_sub_sx2x2(hifi_sub_sx2x2(limited, upper), lower);
  const hifi_floatx4 tail = hifi_mul_sx2x2(hifi_mul_sx2x2(r, r), exp_polynomial(r));
  const hifi_floatx4 of_r = hifi_add_sx2x2(hifi_add_sx2x2(tail, r), hifi_float_constant(1));
  return hifi_mul_sx2x2(of_r, hifi_power_of_two(whole));
}

/** thimble_logistic_f32. */
static inline hifi_floatx4 logistic_of_four(hifi_floatx4 x) {
  const hifi_floatx4 zero = hifi_float_constant(0), one = hifi_float_constant(1);
  const hifi_floatx4 exponentials = exp_of_four(hifi_neg_sx2x2(hifi_where_nan(x, x, zero)));
  const hifi_floatx4 result = hifi_div_sx2(one, hifi_add_sx2x2(one, exponentials));
  return hifi_where_nan(hifi_where_less(result, x, hifi_float_constant(THIMBLE_EXP_LEAST), zero), x, x);
}

#endif
