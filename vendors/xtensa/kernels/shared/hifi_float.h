/*
 * Instructions of HiFi's unit for vectors of floats, as hifi.h has the others: single precision, rounded to the nearest,
 * halves to even. Meanings are those that Cadence's sources count on, kernels/basic/hifi5/xa_nn_elm_quantize.c.
 */
#ifndef XTENSA_HIFI_FLOAT_H
#define XTENSA_HIFI_FLOAT_H

#include "hifi.h"

/** Four floats, in two registers. */
typedef struct hifi_floatx4 {
  float lane[4];
} hifi_floatx4;

/** AE_LSIP: a float. */
static inline float hifi_lsip(const float *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** FLOAT_SX2 by 2^0, of both registers: whole numbers as floats. */
static inline hifi_floatx4 hifi_float_sx2(hifi_int32x4 x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  hifi_floatx4 floats;
  for (int32_t i = 0; i < 4; i++) floats.lane[i] = (float)(int32_t)x.lane[i];
  return floats;
}

/** MULQ_S: four products with one number. */
static inline hifi_floatx4 hifi_mulq_s(hifi_floatx4 x, float by) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) x.lane[i] *= by;
  return x;
}

/** XT_UN_SX2 and XT_MOVT_SX2, of both registers: 0 for what is no number. */
static inline hifi_floatx4 hifi_zero_for_nan(hifi_floatx4 x) {
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    if (x.lane[i] != x.lane[i]) x.lane[i] = 0;
  }
  return x;
}

/**
 * XT_DIV_SX2, of both registers: a sequence of 25 instructions from DIV0 to DIVN, as that of one float which QEMU tests,
 * tests/tcg/xtensa/test_fp0_div.S.
 */
static inline hifi_floatx4 hifi_div_sx2(hifi_floatx4 x, float by) {
  for (int32_t i = 0; i < 2 * 25; i++) THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) x.lane[i] /= by;
  return x;
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

/** XT_FIROUND_SX2 and XT_TRUNC_SX2 by 2^0, of both registers: rounded, halves away from 0; saturated. No lane is NaN. */
static inline hifi_int32x4 hifi_round_sx2(hifi_floatx4 x) {
  hifi_int32x4 rounded;
  for (int32_t i = 0; i < 4; i++) {
    THIMBLE_MODELLED();
    rounded.lane[i] = (uint32_t)hifi_trunc_lane(hifi_firound_lane(x.lane[i]));
  }
  return rounded;
}

/** AE_LASX2X2_IP: the next four floats of a run. */
static inline hifi_floatx4 hifi_lasx2x2(const float *from) {
  THIMBLE_MODELLED();
  return (hifi_floatx4){{from[0], from[1], from[2], from[3]}};
}

/** AE_LAVSX2X2_XP: `count`, 1 to 4, the next of a run; the other lanes are 0. */
static inline hifi_floatx4 hifi_lavsx2x2(const float *from, int32_t count) {
  THIMBLE_MODELLED();
  hifi_floatx4 floats = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < count; i++) floats.lane[i] = from[i];
  return floats;
}

/** AE_SASX2X2_IP: four floats that follow those of a run. */
static inline void hifi_sasx2x2(hifi_floatx4 x, float *to) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) to[i] = x.lane[i];
}

/** AE_SAVSX2X2_XP: the first `count`, 1 to 4, which follow those of a run. */
static inline void hifi_savsx2x2(hifi_floatx4 x, float *to, int32_t count) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < count; i++) to[i] = x.lane[i];
}

#endif
