/*
 * The HiFi 5 instructions that the kernels use, as plain C with their exact meaning: no open compiler speaks them. Each
 * is named after Cadence's intrinsic, hifi_add16 for AE_ADD16. Numbers wrap. Lane 0 is the one at the lowest address.
 *
 * Meanings are those that Cadence's own sources for the core count on, "nnlib-hifi5" (github.com/foss-xtensa/nnlib-hifi5,
 * xa_nnlib/algo: common/include/xa_nnlib_common_macros_hifi5.h, xa_nnlib_hifi_isa_compat.h, xa_nnlib_quant_macros_hifi5.h,
 * the folders hifi5 of kernels/activations, kernels/basic and kernels/pool), and of the core's own instructions those of
 * the "Xtensa Instruction Set Architecture Reference Manual".
 */
#ifndef XTENSA_HIFI_H
#define XTENSA_HIFI_H

#include <stdint.h>
#include <thimble/kit/modelled.h>

/** Four 16-bit lanes of a register. */
typedef struct hifi_int16x4 {
  int16_t lane[4];
} hifi_int16x4;

/** Four 32-bit numbers, in two registers. */
typedef struct hifi_int32x4 {
  uint32_t lane[4];
} hifi_int32x4;

/** Sixteen 8-bit lanes, in two registers. */
typedef struct hifi_int8x16 {
  int8_t lane[16];
} hifi_int8x16;

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

/** L32I: a word of 32 bits. */
static inline int32_t hifi_l32(const int32_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** L8UI: a byte without a sign. */
static inline uint8_t hifi_l8u(const uint8_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** L8UI and SEXT: a byte with its sign. */
static inline int32_t hifi_l8s(const int8_t *from) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return *from;
}

/** S32I: a word of 32 bits. */
static inline void hifi_s32(int32_t x, int32_t *to) {
  THIMBLE_MODELLED();
  *to = x;
}

/** L16UI: a half without a sign. */
static inline int32_t hifi_l16u(const uint16_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** L16SI: a half with its sign. */
static inline int32_t hifi_l16s(const int16_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** AE_L64_I. */
static inline int64_t hifi_l64(const int64_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** AE_MUL32_LL: the whole product of two words. */
static inline int64_t hifi_mul32_ll(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int64_t)a * b;
}

/** AE_ADD64. */
static inline int64_t hifi_add64(int64_t a, int64_t b) {
  THIMBLE_MODELLED();
  return (int64_t)((uint64_t)a + (uint64_t)b);
}

/** AE_SLAA64: bits to the left, or to the right where they are negative; -63 to 63. */
static inline int64_t hifi_slaa64(int64_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return bits < 0 ? x >> -bits : (int64_t)((uint64_t)x << bits);
}

/** AE_ROUND32F64SASYM: the upper word, rounded half up, saturated. */
static inline int32_t hifi_round32f64sasym(int64_t x) {
  THIMBLE_MODELLED();
  const int64_t rounded = (x >> 32) + (((uint64_t)x >> 31) & 1);
  return rounded > INT32_MAX ? INT32_MAX : (int32_t)rounded;
}

/** AE_ROUND16X4F32SASYM and AE_SEXT32X2D16_10, of one word: its upper half, rounded half up, saturated. */
static inline int32_t hifi_round16f32sasym(int32_t x) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  const int32_t rounded = (x >> 16) + ((x >> 15) & 1);
  return rounded > INT16_MAX ? INT16_MAX : rounded;
}

/** AE_MOVAD32_L: the lower word. */
static inline int32_t hifi_movad32_l(int64_t x) {
  THIMBLE_MODELLED();
  return (int32_t)x;
}

/** ADD, of words. */
static inline int32_t hifi_add(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

/** SUB, of words. */
static inline int32_t hifi_sub(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)a - (uint32_t)b);
}

/** SRLI: 0 comes in from the left. */
static inline int32_t hifi_srli(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x >> bits);
}

/** SRAI: the sign comes in from the left. */
static inline int32_t hifi_srai(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return x >> bits;
}

/** SSR and SRA: by the lowest five bits of a number. */
static inline int32_t hifi_sra(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return x >> (bits & 31);
}

/** EXTUI: the lowest bits. */
static inline int32_t hifi_extui(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return x & ((1 << bits) - 1);
}

/** MULL: the lower word of a product. */
static inline int32_t hifi_mull(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)a * (uint32_t)b);
}

/** ABS, of a word; the least stays. */
static inline int32_t hifi_abs(int32_t x) {
  THIMBLE_MODELLED();
  return x < 0 ? (int32_t)(0u - (uint32_t)x) : x;
}

/** CLAMPS, to 16 bits: saturated. */
static inline int32_t hifi_clamps16(int32_t x) {
  THIMBLE_MODELLED();
  return x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : x;
}

/** SSL and SLL: by the lowest five bits of a number. */
static inline int32_t hifi_sll(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x << (bits & 31));
}

/** SSR and SRL: by the lowest five bits of a number. */
static inline int32_t hifi_srl(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x >> (bits & 31));
}

/** NSAU: zeros before the highest bit that is set; 32 of 0. */
static inline int32_t hifi_nsau(int32_t x) {
  THIMBLE_MODELLED();
  return x == 0 ? 32 : __builtin_clz((uint32_t)x);
}

/** AE_MULFP32X2RAS, of one word: a * b / 2^31, half up, saturated. */
static inline int32_t hifi_mulfp32ras(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  const int64_t rounded = ((int64_t)a * b + (INT64_C(1) << 30)) >> 31;
  return rounded > INT32_MAX ? INT32_MAX : (int32_t)rounded;
}

/** AE_SLAI32S, of one word: bits to the left, saturated. */
static inline int32_t hifi_slai32s(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  const int64_t shifted = (int64_t)x * (INT64_C(1) << bits);
  return shifted > INT32_MAX ? INT32_MAX : shifted < INT32_MIN ? INT32_MIN : (int32_t)shifted;
}

/** MIN, of words. */
static inline int32_t hifi_min(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a < b ? a : b;
}

/** MAX, of words. */
static inline int32_t hifi_max(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a > b ? a : b;
}

/** S8I: the lowest byte. */
static inline void hifi_s8(int32_t x, int8_t *to) {
  THIMBLE_MODELLED();
  *to = (int8_t)x;
}

/** SLLI, of a word. */
static inline int32_t hifi_slli(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x << bits);
}

/** QUOS: a / b toward 0; b > 0. */
static inline int32_t hifi_quos(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a / b;
}

/** NEG, of a word. */
static inline int32_t hifi_neg(int32_t x) {
  THIMBLE_MODELLED();
  return (int32_t)(0u - (uint32_t)x);
}

/** MOVLTZ: b where c is less than 0, else a. */
static inline int32_t hifi_movltz(int32_t a, int32_t b, int32_t c) {
  THIMBLE_MODELLED();
  return c < 0 ? b : a;
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

/** S16I: the lower half. */
static inline void hifi_s16(int32_t x, int16_t *to) {
  THIMBLE_MODELLED();
  *to = (int16_t)x;
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
