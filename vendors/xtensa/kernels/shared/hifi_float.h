/*
 * Instructions of HiFi's unit for vectors of floats, as hifi.h has the others: single precision, rounded to the
 * nearest, halves to even. Meanings are those that Cadence's sources count on, kernels/basic/hifi5/xa_nn_elm_quantize.c
 * and ndsp/hifi5/src/vec_alognf_hifi5.c.
 */
#ifndef XTENSA_HIFI_FLOAT_H
#define XTENSA_HIFI_FLOAT_H

#include "hifi.h"

/** Four floats, in two registers. */
typedef struct hifi_floatx4 {
  float lane[4];
} hifi_floatx4;

/** A constant in all lanes, which stays in its register. */
static inline hifi_floatx4 hifi_float_constant(float x) { return (hifi_floatx4){{x, x, x, x}}; }

/** AE_LSIP and AE_MOVXTFLOATX2_FROMXTFLOAT: a float in all lanes. */
static inline hifi_floatx4 hifi_lsip(const float *from) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return hifi_float_constant(*from);
}

/** Up to four floats, the next of a run: AE_LASX2X2_IP, or AE_LAVSX2X2_XP for fewer. The other lanes are 0. */
static inline hifi_floatx4 hifi_load_up_to_4_f32(const float *from, int32_t count) {
  THIMBLE_MODELLED();
  hifi_floatx4 floats = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < 4 && i < count; i++) floats.lane[i] = from[i];
  return floats;
}

/** Stores them behind those of a run: AE_SASX2X2_IP, or AE_SAVSX2X2_XP for fewer. */
static inline void hifi_store_up_to_4_f32(hifi_floatx4 x, float *to, int32_t count) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4 && i < count; i++) to[i] = x.lane[i];
}

/** FLOAT_SX2 by 2^0, of both registers: whole numbers as floats. */
static inline hifi_floatx4 hifi_float_sx2(hifi_int32x4 x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  hifi_floatx4 floats;
  for (int32_t i = 0; i < 4; i++) floats.lane[i] = (float)(int32_t)x.lane[i];
  return floats;
}

/** MUL_SX2X2. */
static inline hifi_floatx4 hifi_mul_sx2x2(hifi_floatx4 a, hifi_floatx4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] *= b.lane[i];
  return a;
}

/** ADD_SX2X2. */
static inline hifi_floatx4 hifi_add_sx2x2(hifi_floatx4 a, hifi_floatx4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] += b.lane[i];
  return a;
}

/** SUB_SX2X2. */
static inline hifi_floatx4 hifi_sub_sx2x2(hifi_floatx4 a, hifi_floatx4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] -= b.lane[i];
  return a;
}

/** NEG_SX2X2. */
static inline hifi_floatx4 hifi_neg_sx2x2(hifi_floatx4 x) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) x.lane[i] = -x.lane[i];
  return x;
}

/** MIN_SX2, of both registers; no lane is NaN. */
static inline hifi_floatx4 hifi_min_sx2(hifi_floatx4 a, hifi_floatx4 b) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] = a.lane[i] > b.lane[i] ? b.lane[i] : a.lane[i];
  return a;
}

/** MAX_SX2, of both registers; no lane is NaN. */
static inline hifi_floatx4 hifi_max_sx2(hifi_floatx4 a, hifi_floatx4 b) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] = a.lane[i] < b.lane[i] ? b.lane[i] : a.lane[i];
  return a;
}

/** XT_UN_SX2 and XT_MOVT_SX2, of both registers: `instead` where `given` is NaN, else x. */
static inline hifi_floatx4 hifi_where_nan(hifi_floatx4 x, hifi_floatx4 given, hifi_floatx4 instead) {
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    if (given.lane[i] != given.lane[i]) x.lane[i] = instead.lane[i];
  }
  return x;
}

/** XT_OLT_SX2 and XT_MOVT_SX2, of both registers: `instead` where a < b, else x. */
static inline hifi_floatx4 hifi_where_less(hifi_floatx4 x, hifi_floatx4 a, hifi_floatx4 b, hifi_floatx4 instead) {
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    if (a.lane[i] < b.lane[i]) x.lane[i] = instead.lane[i];
  }
  return x;
}

/**
 * XT_DIV_SX2, of both registers: a sequence of 25 instructions, DIV0 to DIVN, as that of one float which QEMU tests,
 * tests/tcg/xtensa/test_fp0_div.S.
 */
static inline hifi_floatx4 hifi_div_sx2(hifi_floatx4 a, hifi_floatx4 b) {
  for (int32_t i = 0; i < 2 * 25; i++) THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] /= b.lane[i];
  return a;
}

/* The nearest whole number, halves away from 0. Floats from 2^23 on are whole. */
static inline float hifi_firound_lane(float x) {
  if (x >= 0x1p23f || x <= -0x1p23f) return x;
  const float truncated = (float)(int32_t)x, rest = x - truncated;
  return truncated + (float)((rest >= 0.5f) - (rest <= -0.5f));
}

/* Those beyond 32 bits become the greatest or the least. */
static inline int32_t hifi_trunc_lane(float x) {
  return x >= 0x1p31f ? INT32_MAX : x < -0x1p31f ? INT32_MIN : (int32_t)x;
}

/** XT_FIROUND_SX2 and XT_TRUNC_SX2 by 2^0, of both registers: rounded, halves away from 0, saturated; none is NaN. */
static inline hifi_int32x4 hifi_round_sx2(hifi_floatx4 x) {
  hifi_int32x4 rounded;
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    rounded.lane[i] = (uint32_t)hifi_trunc_lane(hifi_firound_lane(x.lane[i]));
  }
  return rounded;
}

/** AE_ADD32 and AE_SLAI32, of both registers: the bits of 2^n as a float, n from -126 to 127. */
static inline hifi_floatx4 hifi_power_of_two(hifi_int32x4 exponents) {
  hifi_floatx4 powers;
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    const uint32_t bits = (exponents.lane[i] + 127) << 23;
    __builtin_memcpy(&powers.lane[i], &bits, sizeof bits);
  }
  return powers;
}

#endif
