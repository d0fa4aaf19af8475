/* HiFi's instructions of sixteen bytes. */
#ifndef XTENSA_HIFI_BYTES_H
#define XTENSA_HIFI_BYTES_H

#include "hifi_words.h"

/** Sixteen 8-bit lanes, in two registers. */
typedef struct hifi_int8x16 {
  int8_t lane[16];
} hifi_int8x16;

/** AE_MOVDA8, twice: one number in all lanes. */
static inline hifi_int8x16 hifi_movda8(int32_t x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  hifi_int8x16 lanes;
  for (int32_t i = 0; i < 16; i++) lanes.lane[i] = (int8_t)x;
  return lanes;
}

/** AE_LA128_PP and AE_LAV8X8X2_XP: `count` bytes, 1 to 16, from any address; the other lanes are 0. */
static inline hifi_int8x16 hifi_lav8x8x2(const int8_t *from, int32_t count) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  hifi_int8x16 lanes = {{0}};
  for (int32_t i = 0; i < count; i++) lanes.lane[i] = from[i];
  return lanes;
}

/** AE_ZALIGN128, AE_SAV8X8X2_XP and AE_SA128POS_FP: the first `count` bytes to any address. */
static inline void hifi_sav8x8x2(hifi_int8x16 x, int8_t *to, int32_t count) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < count; i++) to[i] = x.lane[i];
}

/** AE_LA8X8X2_IP: the next sixteen bytes of a run, from any address. */
static inline hifi_int8x16 hifi_la8x8x2(const int8_t *from) {
  THIMBLE_MODELLED();
  hifi_int8x16 lanes;
  for (int32_t i = 0; i < 16; i++) lanes.lane[i] = from[i];
  return lanes;
}

/** AE_SA8X8X2_IP: sixteen bytes that follow those of a run, to any address. */
static inline void hifi_sa8x8x2(hifi_int8x16 x, int8_t *to) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 16; i++) to[i] = x.lane[i];
}

/** AE_LA128_PP, which begins a run of loads. */
static inline void hifi_begin_loads(void) { THIMBLE_MODELLED(); }

/** AE_ZALIGN128 and AE_SA128POS_FP, which begin and end a run of stores. */
static inline void hifi_begin_stores(void) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
}

/** AE_MOVDA8, AE_MOVDA16 or AE_MOVDA32, twice: copies of one element of 1, 2 or 4 bytes. */
static inline hifi_int8x16 hifi_movda(const int8_t *element, int32_t bytes) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  hifi_int8x16 lanes;
  for (int32_t i = 0; i < 16; i++) lanes.lane[i] = element[i & (bytes - 1)];
  return lanes;
}

/** AE_MAX8, of both registers. */
static inline hifi_int8x16 hifi_max8(hifi_int8x16 a, hifi_int8x16 b) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 16; i++) a.lane[i] = a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i];
  return a;
}

/** AE_MIN8, of both registers. */
static inline hifi_int8x16 hifi_min8(hifi_int8x16 a, hifi_int8x16 b) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 16; i++) a.lane[i] = a.lane[i] < b.lane[i] ? a.lane[i] : b.lane[i];
  return a;
}

/** AE_MAX8 of both registers, AE_RMAX8X8 and AE_MOVAD8: the greatest lane. */
static inline int32_t hifi_rmax8(hifi_int8x16 x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  int32_t greatest = x.lane[0];
  for (int32_t i = 1; i < 16; i++) greatest = x.lane[i] > greatest ? x.lane[i] : greatest;
  return greatest;
}

#endif
