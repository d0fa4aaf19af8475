/* HiFi's instructions of single numbers, up to 64 bits. */
#ifndef XTENSA_HIFI_WORDS_H
#define XTENSA_HIFI_WORDS_H

#include <stdint.h>
#include <thimble/kit/modelled.h>

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

/** S16I: the lower half. */
static inline void hifi_s16(int32_t x, int16_t *to) {
  THIMBLE_MODELLED();
  *to = (int16_t)x;
}

#endif
