/* HiFi's instructions of four numbers of 16 bits, and of 32. */
#ifndef XTENSA_HIFI_HALVES_H
#define XTENSA_HIFI_HALVES_H

#include "hifi_words.h"

/** Four 16-bit lanes of a register. */
typedef struct hifi_int16x4 {
  int16_t lane[4];
} hifi_int16x4;

/** Four 32-bit numbers, in two registers. */
typedef struct hifi_int32x4 {
  uint32_t lane[4];
} hifi_int32x4;

/**
 * AE_L8X4S_I: four bytes, their signs extended. From an address that is not a multiple of 4, AE_LA8X4S_IP behind
 * AE_LA64_PP, which begins a run of such loads.
 */
static inline hifi_int16x4 hifi_l8x4s(const int8_t *from) {
  THIMBLE_MODELLED();
  if ((uintptr_t)from & 3) THIMBLE_MODELLED();
  return (hifi_int16x4){{from[0], from[1], from[2], from[3]}};
}

/** AE_MOVDA16: one number in all lanes. */
static inline hifi_int16x4 hifi_movda16(int32_t x) {
  THIMBLE_MODELLED();
  const int16_t lane = (int16_t)x;
  return (hifi_int16x4){{lane, lane, lane, lane}};
}

/** AE_ADD16. */
static inline hifi_int16x4 hifi_add16(hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] = (int16_t)(a.lane[i] + b.lane[i]);
  return a;
}

/** AE_SUB16. */
static inline hifi_int16x4 hifi_sub16(hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] = (int16_t)(a.lane[i] - b.lane[i]);
  return a;
}

/** AE_SUBW16: differences of 32 bits. */
static inline hifi_int32x4 hifi_subw16(hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  hifi_int32x4 differences;
  for (int32_t i = 0; i < 4; i++) differences.lane[i] = (uint32_t)(a.lane[i] - b.lane[i]);
  return differences;
}

/** AE_MULAAAAQ16: the sum of four products is added to 64 bits. */
static inline int64_t hifi_mulaaaaq16(int64_t sum, hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  uint64_t total = (uint64_t)sum;
  for (int32_t i = 0; i < 4; i++) total += (uint64_t)(int64_t)(a.lane[i] * b.lane[i]);
  return (int64_t)total;
}

/** AE_MUL16X4: each lane's product. */
static inline hifi_int32x4 hifi_mul16x4(hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  hifi_int32x4 products;
  for (int32_t i = 0; i < 4; i++) products.lane[i] = (uint32_t)(a.lane[i] * b.lane[i]);
  return products;
}

/** AE_MULA16X4: each lane's product is added to 32 bits of its own. */
static inline hifi_int32x4 hifi_mula16x4(hifi_int32x4 sums, hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) sums.lane[i] += (uint32_t)(a.lane[i] * b.lane[i]);
  return sums;
}

/** AE_MOVAD16_3 to _0: a lane as a word. */
static inline int32_t hifi_movad16(hifi_int16x4 x, int32_t lane) {
  THIMBLE_MODELLED();
  return x.lane[lane];
}

/** AE_MOVAD32_H and _L: a lane as a word. */
static inline int32_t hifi_movad32(hifi_int32x4 x, int32_t lane) {
  THIMBLE_MODELLED();
  return (int32_t)x.lane[lane];
}

/** AE_L16X4_I: four numbers of 16 bits. From an address that is not a multiple of 8, AE_LA16X4_IP behind AE_LA64_PP. */
static inline hifi_int16x4 hifi_l16x4(const int16_t *from) {
  THIMBLE_MODELLED();
  if ((uintptr_t)from & 7) THIMBLE_MODELLED();
  return (hifi_int16x4){{from[0], from[1], from[2], from[3]}};
}

/** AE_MOVDA32, twice: one number in all lanes. */
static inline hifi_int32x4 hifi_movda32(int32_t x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  const uint32_t lane = (uint32_t)x;
  return (hifi_int32x4){{lane, lane, lane, lane}};
}

/** AE_ADD32S, of both registers: saturated. */
static inline hifi_int32x4 hifi_add32s(hifi_int32x4 a, hifi_int32x4 b) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) {
    const int64_t sum = (int64_t)(int32_t)a.lane[i] + (int32_t)b.lane[i];
    a.lane[i] = (uint32_t)(sum < INT32_MIN ? INT32_MIN : sum > INT32_MAX ? INT32_MAX : (int32_t)sum);
  }
  return a;
}

/** AE_SRAA32RS, of both registers: 1 to 31 bits to the right, half up. */
static inline hifi_int32x4 hifi_sraa32rs(hifi_int32x4 x, int32_t bits) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++)
    x.lane[i] = (uint32_t)(((int64_t)(int32_t)x.lane[i] + (INT64_C(1) << (bits - 1))) >> bits);
  return x;
}

/** AE_SAT16X4: saturated to 16 bits. */
static inline hifi_int16x4 hifi_sat16x4(hifi_int32x4 x) {
  THIMBLE_MODELLED();
  hifi_int16x4 lanes;
  for (int32_t i = 0; i < 4; i++) {
    const int32_t lane = (int32_t)x.lane[i];
    lanes.lane[i] = (int16_t)(lane < INT16_MIN ? INT16_MIN : lane > INT16_MAX ? INT16_MAX : lane);
  }
  return lanes;
}

/** AE_MINMAX16: each lane no less than that of `least`, and no greater than that of `most`. */
static inline hifi_int16x4 hifi_minmax16(hifi_int16x4 x, hifi_int16x4 least, hifi_int16x4 most) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) {
    const int16_t at_least = x.lane[i] < least.lane[i] ? least.lane[i] : x.lane[i];
    x.lane[i] = at_least > most.lane[i] ? most.lane[i] : at_least;
  }
  return x;
}

/** AE_MAX16. */
static inline hifi_int16x4 hifi_max16(hifi_int16x4 a, hifi_int16x4 b) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4; i++) a.lane[i] = a.lane[i] > b.lane[i] ? a.lane[i] : b.lane[i];
  return a;
}

/** AE_RMAX16X4 and AE_MOVAD16: the greatest lane. */
static inline int32_t hifi_rmax16x4(hifi_int16x4 x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  int32_t greatest = x.lane[0];
  for (int32_t i = 1; i < 4; i++) greatest = x.lane[i] > greatest ? x.lane[i] : greatest;
  return greatest;
}

/** AE_L16_I: one number of 16 bits in all lanes. */
static inline hifi_int16x4 hifi_l16(const int16_t *from) {
  THIMBLE_MODELLED();
  return (hifi_int16x4){{*from, *from, *from, *from}};
}

/** Four numbers of 16 bits, or those there are and 0 behind them: for each of these a load and an insertion. */
static inline hifi_int16x4 hifi_load_up_to_4_s16(const int16_t *from, int32_t count) {
  if (count >= 4) return hifi_l16x4(from);
  hifi_int16x4 lanes = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < count; i++) {
    THIMBLE_MODELLED();
    THIMBLE_MODELLED();
    lanes.lane[i] = from[i];
  }
  return lanes;
}

/** Up to four numbers of 16 bits that follow those of a run: AE_SA16X4_IP, or AE_SAV16X4X2_XP for fewer. */
static inline void hifi_store_up_to_4_s16(hifi_int16x4 x, int16_t *to, int32_t count) {
  THIMBLE_MODELLED();
  for (int32_t i = 0; i < 4 && i < count; i++) to[i] = x.lane[i];
}

/** Up to four sums: two AE_L32X2_I, or a load and an insertion for each of those there are. */
static inline hifi_int32x4 hifi_load_up_to_4_s32(const int32_t *from, int32_t count) {
  hifi_int32x4 sums = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < count; i++) {
    if (count < 4 || i < 2) THIMBLE_MODELLED();
    if (count < 4) THIMBLE_MODELLED();
    sums.lane[i] = (uint32_t)from[i];
  }
  return sums;
}

/** Stores them: two AE_S32X2_I, or a selection and a store for each. */
static inline void hifi_store_up_to_4_s32(hifi_int32x4 sums, int32_t *to, int32_t count) {
  for (int32_t i = 0; i < count; i++) {
    if (count < 4 || i < 2) THIMBLE_MODELLED();
    if (count < 4) THIMBLE_MODELLED();
    to[i] = (int32_t)sums.lane[i];
  }
}

/** The first `count` bytes, 1 to 3, and 0 behind them: for each a load and an insertion (AE_SEL16I). */
static inline hifi_int16x4 hifi_load_some(const int8_t *from, int32_t count) {
  hifi_int16x4 lanes = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < count; i++) {
    THIMBLE_MODELLED();
    THIMBLE_MODELLED();
    lanes.lane[i] = from[i];
  }
  return lanes;
}

/** Four bytes, or those there are. */
static inline hifi_int16x4 hifi_load_up_to_4(const int8_t *from, int32_t count) {
  return count >= 4 ? hifi_l8x4s(from) : hifi_load_some(from, count);
}

/** The same without signs: AE_LA8X4U_IP behind AE_LA64_PP, or a load and an insertion for each of those there are. */
static inline hifi_int16x4 hifi_load_up_to_4_u8(const uint8_t *from, int32_t count) {
  hifi_int16x4 lanes = {{0, 0, 0, 0}};
  for (int32_t i = 0; i < count && i < 4; i++) {
    if (count < 4 || i < 2) THIMBLE_MODELLED();
    if (count < 4) THIMBLE_MODELLED();
    lanes.lane[i] = from[i];
  }
  return lanes;
}

#endif
