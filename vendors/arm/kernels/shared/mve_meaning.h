/* What Helium's instructions mean, in plain C: those that the kernels use. Sums wrap. */
#ifndef ARM_MVE_MEANING_H
#define ARM_MVE_MEANING_H

#include <stdint.h>

typedef int8_t int8x16_t __attribute__((vector_size(16)));
typedef int16_t int16x8_t __attribute__((vector_size(16)));
typedef int32_t int32x4_t __attribute__((vector_size(16)));
typedef uint32_t uint32x4_t __attribute__((vector_size(16)));

typedef struct int8x16x2_t {
  int8x16_t val[2];
} int8x16x2_t;

typedef struct int8x16x4_t {
  int8x16_t val[4];
} int8x16x4_t;

typedef struct int32x4x4_t {
  int32x4_t val[4];
} int32x4x4_t;

/* A bit for each byte of a vector: whether its lane takes part. */
typedef uint16_t mve_pred16_t;

/* Runs its statement for each lane i of four. */
#define MVE_EACH_WORD(i) for (int32_t i = 0; i < 4; i++)
#define MVE_EACH_HALF(i) for (int32_t i = 0; i < 8; i++)
#define MVE_EACH_BYTE(i) for (int32_t i = 0; i < 16; i++)

static inline int32_t mve_has_byte(mve_pred16_t p, int32_t i) { return p >> i & 1; }
static inline int32_t mve_has_half(mve_pred16_t p, int32_t i) { return p >> (2 * i) & 1; }
static inline int32_t mve_has_word(mve_pred16_t p, int32_t i) { return p >> (4 * i) & 1; }

/* The first `count` lanes. */
static inline mve_pred16_t vctp8q(uint32_t count) { return (mve_pred16_t)(count < 16 ? (1u << count) - 1 : 0xffff); }
static inline mve_pred16_t vctp16q(uint32_t count) { return vctp8q(count < 8 ? 2 * count : 16); }
static inline mve_pred16_t vctp32q(uint32_t count) { return vctp8q(count < 4 ? 4 * count : 16); }

static inline int8x16_t vdupq_n_s8(int8_t a) { return (int8x16_t){0} + a; }
static inline int32x4_t vdupq_n_s32(int32_t a) { return (int32x4_t){0} + a; }
static inline int8x16_t vreinterpretq_s8_s32(int32x4_t a) { return (int8x16_t)a; }
static inline uint32x4_t vreinterpretq_u32_s32(int32x4_t a) { return (uint32x4_t)a; }
static inline int32x4_t vreinterpretq_s32_u32(uint32x4_t a) { return (int32x4_t)a; }

/* Loads. Lanes that take no part are 0, and their bytes are not read. */
static inline int8x16_t vldrbq_z_s8(const int8_t *from, mve_pred16_t p) {
  int8x16_t result = {0};
  MVE_EACH_BYTE(i) if (mve_has_byte(p, i)) result[i] = from[i];
  return result;
}

static inline int8x16_t vldrbq_s8(const int8_t *from) { return vldrbq_z_s8(from, 0xffff); }

static inline int32x4_t vldrwq_z_s32(const int32_t *from, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) result[i] = from[i];
  return result;
}

/* Words at addresses in bytes behind `base`. */
static inline int32x4_t vldrwq_gather_offset_s32(const int32_t *base, uint32x4_t offsets) {
  int32x4_t result;
  MVE_EACH_WORD(i) result[i] = *(const int32_t *)(const void *)((const int8_t *)base + offsets[i]);
  return result;
}

/* Words of a table; those of lanes that take no part are not read. */
static inline int32x4_t vldrwq_gather_shifted_offset_z_s32(const int32_t *base, uint32x4_t offsets, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) result[i] = base[offsets[i]];
  return result;
}

/* Bytes and halves with their signs. */
static inline int32x4_t vldrbq_gather_offset_z_s32(const int8_t *base, uint32x4_t offsets, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) result[i] = base[offsets[i]];
  return result;
}

static inline int32x4_t vldrhq_gather_offset_z_s32(const int16_t *base, uint32x4_t offsets, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i))
    result[i] = *(const int16_t *)(const void *)((const int8_t *)base + offsets[i]);
  return result;
}

static inline int16x8_t vldrhq_z_s16(const int16_t *from, mve_pred16_t p) {
  int16x8_t result = {0};
  MVE_EACH_HALF(i) if (mve_has_half(p, i)) result[i] = from[i];
  return result;
}

/* Bytes with their signs. */
static inline int16x8_t vldrbq_z_s16(const int8_t *from, mve_pred16_t p) {
  int16x8_t result = {0};
  MVE_EACH_HALF(i) if (mve_has_half(p, i)) result[i] = from[i];
  return result;
}

static inline int32x4_t vldrhq_z_s32(const int16_t *from, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) result[i] = from[i];
  return result;
}

static inline int32x4_t vldrbq_z_s32(const int8_t *from, mve_pred16_t p) {
  int32x4_t result = {0};
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) result[i] = from[i];
  return result;
}

/* Structures of four words, each to a lane of four vectors. */
static inline int32x4x4_t vld4q_s32(const int32_t *from) {
  int32x4x4_t result;
  MVE_EACH_WORD(i) {
    for (int32_t field = 0; field < 4; field++) result.val[field][i] = *from++;
  }
  return result;
}

static inline void vstrwq_s32(int32_t *to, int32x4_t a) {
  MVE_EACH_WORD(i) to[i] = a[i];
}

/* Stores of bytes; of words the lowest one. */
static inline void vstrbq_p_s8(int8_t *to, int8x16_t a, mve_pred16_t p) {
  MVE_EACH_BYTE(i) if (mve_has_byte(p, i)) to[i] = a[i];
}

static inline void vstrbq_p_s32(int8_t *to, int32x4_t a, mve_pred16_t p) {
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) to[i] = (int8_t)a[i];
}

/* Of words the lower half. */
static inline void vstrhq_p_s32(int16_t *to, int32x4_t a, mve_pred16_t p) {
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) to[i] = (int16_t)a[i];
}

static inline void vstrbq_scatter_offset_p_s32(int8_t *base, uint32x4_t offsets, int32x4_t a, mve_pred16_t p) {
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) base[offsets[i]] = (int8_t)a[i];
}

static inline void vstrhq_scatter_offset_p_s32(int16_t *base, uint32x4_t offsets, int32x4_t a, mve_pred16_t p) {
  MVE_EACH_WORD(i) if (mve_has_word(p, i)) *(int16_t *)(void *)((int8_t *)base + offsets[i]) = (int16_t)a[i];
}

/* Pairs of bytes, each of a lane of two vectors. */
static inline void vst2q_s8(int8_t *to, int8x16x2_t a) {
  MVE_EACH_BYTE(i) {
    *to++ = a.val[0][i];
    *to++ = a.val[1][i];
  }
}

/* Structures of four bytes, each of a lane of four vectors. */
static inline void vst4q_s8(int8_t *to, int8x16x4_t a) {
  MVE_EACH_BYTE(i) {
    for (int32_t field = 0; field < 4; field++) *to++ = a.val[field][i];
  }
}

/* sum + the products of all lanes that take part. */
static inline int32_t vmladavaq_p_s8(int32_t sum, int8x16_t a, int8x16_t b, mve_pred16_t p) {
  uint32_t total = (uint32_t)sum;
  MVE_EACH_BYTE(i) if (mve_has_byte(p, i)) total += (uint32_t)(a[i] * b[i]);
  return (int32_t)total;
}

static inline int32_t vmladavaq_p_s16(int32_t sum, int16x8_t a, int16x8_t b, mve_pred16_t p) {
  uint32_t total = (uint32_t)sum;
  MVE_EACH_HALF(i) if (mve_has_half(p, i)) total += (uint32_t)(a[i] * b[i]);
  return (int32_t)total;
}

static inline int32_t vmladavq_s8(int8x16_t a, int8x16_t b) { return vmladavaq_p_s8(0, a, b, 0xffff); }

static inline int32x4_t vaddq_s32(int32x4_t a, int32x4_t b) { return (int32x4_t)((uint32x4_t)a + (uint32x4_t)b); }
static inline int32x4_t vsubq_s32(int32x4_t a, int32x4_t b) { return (int32x4_t)((uint32x4_t)a - (uint32x4_t)b); }
static inline int32x4_t vaddq_n_s32(int32x4_t a, int32_t b) { return vaddq_s32(a, vdupq_n_s32(b)); }

/* Products wrap. */
static inline int32x4_t vmulq_s32(int32x4_t a, int32x4_t b) { return (int32x4_t)((uint32x4_t)a * (uint32x4_t)b); }

/* The upper words of products. */
static inline int32x4_t vmulhq_s32(int32x4_t a, int32x4_t b) {
  MVE_EACH_WORD(i) a[i] = (int32_t)(((int64_t)a[i] * b[i]) >> 32);
  return a;
}

static inline int32x4_t vandq_s32(int32x4_t a, int32x4_t b) { return a & b; }

/* 2ab / 2^32, rounded half up and saturated. */
static inline int32x4_t vqrdmulhq_s32(int32x4_t a, int32x4_t b) {
  int32x4_t result;
  MVE_EACH_WORD(i) {
    const int64_t high = ((int64_t)a[i] * b[i] + (INT64_C(1) << 30)) >> 31;
    result[i] = high > INT32_MAX ? INT32_MAX : (int32_t)high;
  }
  return result;
}

static inline int32x4_t vqrdmulhq_n_s32(int32x4_t a, int32_t b) { return vqrdmulhq_s32(a, vdupq_n_s32(b)); }

/* A shift to the left by the lowest byte of a count with its sign, to the right where it is negative. */
static inline int32_t mve_shift(int32_t a, int32_t count) {
  const int32_t left = (int8_t)count;
  if (left >= 32) return 0;
  if (left >= 0) return (int32_t)((uint32_t)a << left);
  return a >> (left > -32 ? -left : 31);
}

static inline int32x4_t vshlq_s32(int32x4_t a, int32x4_t counts) {
  MVE_EACH_WORD(i) a[i] = mve_shift(a[i], counts[i]);
  return a;
}

static inline int32x4_t vshlq_r_s32(int32x4_t a, int32_t count) { return vshlq_s32(a, vdupq_n_s32(count)); }
static inline int32x4_t vshlq_n_s32(int32x4_t a, int32_t count) { return vshlq_s32(a, vdupq_n_s32(count)); }
static inline int32x4_t vshrq_n_s32(int32x4_t a, int32_t count) { return a >> count; }

/* The same; a shift to the right rounds half up. */
static inline int32_t mve_rounding_shift(int32_t a, int32_t count) {
  const int32_t right = -(int8_t)count;
  if (right <= 0) return mve_shift(a, count);
  return right > 32 ? 0 : (int32_t)(((int64_t)a + (INT64_C(1) << (right - 1))) >> right);
}

static inline int32x4_t vrshlq_s32(int32x4_t a, int32x4_t counts) {
  MVE_EACH_WORD(i) a[i] = mve_rounding_shift(a[i], counts[i]);
  return a;
}

static inline int32x4_t vrshlq_n_s32(int32x4_t a, int32_t count) { return vrshlq_s32(a, vdupq_n_s32(count)); }

/* The same of numbers without a sign. */
static inline uint32x4_t vrshlq_u32(uint32x4_t a, int32x4_t counts) {
  MVE_EACH_WORD(i) {
    const int32_t right = -(int8_t)counts[i];
    if (right <= 0) a[i] = right > -32 ? a[i] << -right : 0;
    else a[i] = right > 32 ? 0 : (uint32_t)(((uint64_t)a[i] + (UINT64_C(1) << (right - 1))) >> right);
  }
  return a;
}

static inline uint32x4_t vrshlq_n_u32(uint32x4_t a, int32_t count) { return vrshlq_u32(a, vdupq_n_s32(count)); }

static inline int32x4_t vmaxq_s32(int32x4_t a, int32x4_t b) {
  MVE_EACH_WORD(i) a[i] = a[i] > b[i] ? a[i] : b[i];
  return a;
}

static inline int32x4_t vminq_s32(int32x4_t a, int32x4_t b) {
  MVE_EACH_WORD(i) a[i] = a[i] < b[i] ? a[i] : b[i];
  return a;
}

static inline int8x16_t vshlq_n_s8(int8x16_t a, int32_t count) {
  MVE_EACH_BYTE(i) a[i] = (int8_t)(uint8_t)((uint8_t)a[i] << count);
  return a;
}

static inline int8x16_t vshrq_n_s8(int8x16_t a, int32_t count) {
  MVE_EACH_BYTE(i) a[i] = (int8_t)(a[i] >> count);
  return a;
}

static inline int8x16_t vmaxq_s8(int8x16_t a, int8x16_t b) {
  MVE_EACH_BYTE(i) a[i] = a[i] > b[i] ? a[i] : b[i];
  return a;
}

/* The greatest of `greatest` and all lanes that take part. */
static inline int8_t vmaxvq_p_s8(int8_t greatest, int8x16_t a, mve_pred16_t p) {
  MVE_EACH_BYTE(i) if (mve_has_byte(p, i) && a[i] > greatest) greatest = a[i];
  return greatest;
}

static inline int8x16_t vminq_s8(int8x16_t a, int8x16_t b) {
  MVE_EACH_BYTE(i) a[i] = a[i] < b[i] ? a[i] : b[i];
  return a;
}

#endif
