/*
 * Instructions of the ESP32-S3's core besides its vectors, as plain C with their exact meaning, by their names in
 * Cadence's "Xtensa Instruction Set Architecture (ISA) Reference Manual". Each function is one instruction.
 */
#ifndef ESP32_PIE_LX7_H
#define ESP32_PIE_LX7_H

#include <stdint.h>
#include <thimble/kit/modelled.h>

/** L32I. */
static inline int32_t lx7_l32i(const void *from) {
  THIMBLE_MODELLED();
  int32_t x;
  __builtin_memcpy(&x, __builtin_assume_aligned(from, 4), sizeof x);
  return x;
}

/** S32I. */
static inline void lx7_s32i(int32_t x, void *to) {
  THIMBLE_MODELLED();
  __builtin_memcpy(__builtin_assume_aligned(to, 4), &x, sizeof x);
}

/** L8UI, for a byte that is only copied. */
static inline int8_t lx7_l8ui(const int8_t *from) {
  THIMBLE_MODELLED();
  return *from;
}

/** S8I: the lowest byte. */
static inline void lx7_s8i(int32_t x, int8_t *to) {
  THIMBLE_MODELLED();
  *to = (int8_t)x;
}

/** ADD, ADDI: wraps. */
static inline int32_t lx7_add(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)a + (uint32_t)b);
}

/** ADDX2: 2 a + b; wraps. */
static inline int32_t lx7_addx2(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)(2 * (uint32_t)a + (uint32_t)b);
}

/** NEG. */
static inline int32_t lx7_neg(int32_t a) {
  THIMBLE_MODELLED();
  return (int32_t)(0u - (uint32_t)a);
}

/** MULL: the lower word of a product. */
static inline int32_t lx7_mull(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)a * (uint32_t)b);
}

/** MULSH: the upper word of a signed product. */
static inline int32_t lx7_mulsh(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return (int32_t)(((int64_t)a * b) >> 32);
}

/** QUOS: a / b toward 0. Not the least number by -1, nor by 0. */
static inline int32_t lx7_quos(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a / b;
}

/** EXTUI: `bits` bits of x from bit `at` on. */
static inline int32_t lx7_extui(int32_t x, int32_t at, int32_t bits) {
  THIMBLE_MODELLED();
  return (int32_t)(((uint32_t)x >> at) & ((1u << bits) - 1));
}

/** MOVLTZ: b where c is less than 0, else a. */
static inline int32_t lx7_movltz(int32_t a, int32_t b, int32_t c) {
  THIMBLE_MODELLED();
  return c < 0 ? b : a;
}

/** SEXT: the number in bits `sign` to 0, the first of which is its sign. */
static inline int32_t lx7_sext(int32_t x, int32_t sign) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x << (31 - sign)) >> (31 - sign);
}

/** SRLI: x / 2^bits of an unsigned number. */
static inline int32_t lx7_srli(uint32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return (int32_t)(x >> bits);
}

/** SLLI. */
static inline int32_t lx7_slli(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x << bits);
}

/** SRAI. */
static inline int32_t lx7_srai(int32_t x, int32_t bits) {
  THIMBLE_MODELLED();
  return x >> bits;
}

/** SSR or SSL: the number of bits that the next SRA or SLL shifts by, 0 to 31. */
static inline int32_t lx7_set_shift(int32_t bits) {
  THIMBLE_MODELLED();
  return bits & 31;
}

/** SRA. */
static inline int32_t lx7_sra(int32_t x, int32_t shift) {
  THIMBLE_MODELLED();
  return x >> shift;
}

/** SLL. */
static inline int32_t lx7_sll(int32_t x, int32_t shift) {
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)x << shift);
}

/** SSAI and SRC: 32 bits of the pair high:low from bit `at` on, 1 to 31. Two instructions. */
static inline int32_t lx7_src(int32_t high, int32_t low, int32_t at) {
  THIMBLE_MODELLED();
  THIMBLE_MODELLED();
  return (int32_t)((uint32_t)high << (32 - at) | (uint32_t)low >> at);
}

/** MIN. */
static inline int32_t lx7_min(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a < b ? a : b;
}

/** MAX. */
static inline int32_t lx7_max(int32_t a, int32_t b) {
  THIMBLE_MODELLED();
  return a > b ? a : b;
}

#endif
