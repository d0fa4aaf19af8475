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
