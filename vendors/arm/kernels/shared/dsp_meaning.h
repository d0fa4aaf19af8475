/* What the DSP extension's instructions mean, in plain C. */
#ifndef ARM_DSP_MEANING_H
#define ARM_DSP_MEANING_H

#include <stdint.h>

/* The low half, and the high half, of a word. */
static inline int32_t dsp_bottom(uint32_t word) { return (int16_t)word; }
static inline int32_t dsp_top(uint32_t word) { return (int16_t)(word >> 16); }

/* Sums wrap. */
static inline int32_t dsp_add(int32_t a, int32_t b) { return (int32_t)((uint32_t)a + (uint32_t)b); }

/* sum + a.bottom * b.bottom + a.top * b.top */
static inline int32_t dsp_smlad(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_add(dsp_add(sum, dsp_bottom(a) * dsp_bottom(b)), dsp_top(a) * dsp_top(b));
}

/* sum + a product of two halves. */
static inline int32_t dsp_smlabb(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_add(sum, dsp_bottom(a) * dsp_bottom(b));
}
static inline int32_t dsp_smlabt(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_add(sum, dsp_bottom(a) * dsp_top(b));
}
static inline int32_t dsp_smlatb(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_add(sum, dsp_top(a) * dsp_bottom(b));
}
static inline int32_t dsp_smlatt(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_add(sum, dsp_top(a) * dsp_top(b));
}

/* Bytes 0 and 2, with their signs, as halves. */
static inline uint32_t dsp_sxtb16(uint32_t word) {
  return ((uint32_t)(int8_t)word & 0xffff) | (uint32_t)(int8_t)(word >> 16) << 16;
}

/* Bytes 1 and 3, with their signs, as halves. */
static inline uint32_t dsp_sxtb16_ror8(uint32_t word) { return dsp_sxtb16(word >> 8); }

/* Those of b added to the halves of a; each half wraps. */
static inline uint32_t dsp_sxtab16(uint32_t a, uint32_t b) {
  const uint32_t spread = dsp_sxtb16(b);
  return ((a + spread) & 0xffff) | ((a >> 16) + (spread >> 16)) << 16;
}
static inline uint32_t dsp_sxtab16_ror8(uint32_t a, uint32_t b) { return dsp_sxtab16(a, b >> 8); }

/* The bottoms of a and b as bottom and top. */
static inline uint32_t dsp_pkhbt(uint32_t a, uint32_t b) { return (a & 0xffff) | b << 16; }

/* The tops of a and b as bottom and top. */
static inline uint32_t dsp_pkhtb(uint32_t a, uint32_t b) { return (b & 0xffff0000) | a >> 16; }

/* The upper word of a * b, rounded half up. */
static inline int32_t dsp_smmulr(int32_t a, int32_t b) {
  return (int32_t)(((int64_t)a * b + INT64_C(0x80000000)) >> 32);
}

/* sum + the upper word of a * b */
static inline int32_t dsp_smmla(int32_t a, int32_t b, int32_t sum) {
  return dsp_add(sum, (int32_t)(((int64_t)a * b) >> 32));
}

/* Of each of four bytes the greater one, and the smaller one. */
static inline uint32_t dsp_max_s8(uint32_t a, uint32_t b) {
  uint32_t result = 0;
  for (int32_t i = 0; i < 32; i += 8) {
    const int8_t x = (int8_t)(a >> i), y = (int8_t)(b >> i);
    result |= (uint32_t)(uint8_t)(x > y ? x : y) << i;
  }
  return result;
}

static inline uint32_t dsp_min_s8(uint32_t a, uint32_t b) { return ~dsp_max_s8(~a, ~b); }

/* Two words, and the address behind them. */
static inline void dsp_load_two(const uint32_t **from, uint32_t *first, uint32_t *second) {
  *first = *(*from)++;
  *second = *(*from)++;
}

#endif
