#ifndef WASM_SIMD_PLAIN_SIMD_H
#define WASM_SIMD_PLAIN_SIMD_H

#include <stdint.h>

/*
 * What the kernels use of <wasm_simd128.h>, for engines without SIMD: the same names and meanings over vectors that the
 * compiler takes apart. Bit for bit the same results, so that one source serves both builds.
 */

typedef int32_t v128_t __attribute__((vector_size(16), aligned(16)));

typedef int8_t plain_s8 __attribute__((vector_size(16)));
typedef uint8_t plain_u8 __attribute__((vector_size(16)));
typedef int16_t plain_s16 __attribute__((vector_size(16)));
typedef uint16_t plain_u16 __attribute__((vector_size(16)));
typedef int32_t plain_s32 __attribute__((vector_size(16)));
typedef uint32_t plain_u32 __attribute__((vector_size(16)));
typedef int64_t plain_s64 __attribute__((vector_size(16)));
typedef uint64_t plain_u64 __attribute__((vector_size(16)));
typedef float plain_f32 __attribute__((vector_size(16)));
typedef double plain_f64 __attribute__((vector_size(16)));

#define PLAIN static inline __attribute__((always_inline))

/* Vectors at any address. */
typedef struct {
  v128_t vector;
} __attribute__((packed, may_alias)) plain_unaligned;

PLAIN v128_t wasm_v128_load(const void *from) { return ((const plain_unaligned *)from)->vector; }
PLAIN void wasm_v128_store(void *to, v128_t value) { ((plain_unaligned *)to)->vector = value; }

/* One element at any address, in the lowest lane, in all lanes, or in or out of one lane. */
#define PLAIN_ELEMENT(bits)                                                                  \
  typedef struct {                                                                           \
    int##bits##_t value;                                                                     \
  } __attribute__((packed, may_alias)) plain_element##bits;                                  \
  PLAIN int##bits##_t plain_get##bits(const void *from) {                                    \
    return ((const plain_element##bits *)from)->value;                                       \
  }                                                                                          \
  PLAIN v128_t plain_zero##bits(const void *from) {                                          \
    plain_s##bits result = {0};                                                              \
    result[0] = plain_get##bits(from);                                                       \
    return (v128_t)result;                                                                   \
  }                                                                                          \
  PLAIN v128_t plain_splat##bits(int##bits##_t value) { return (v128_t)((plain_s##bits){0} + value); } \
  PLAIN v128_t plain_load_lane##bits(const void *from, v128_t vector, int lane) {            \
    plain_s##bits result = (plain_s##bits)vector;                                            \
    result[lane] = plain_get##bits(from);                                                    \
    return (v128_t)result;                                                                   \
  }                                                                                          \
  PLAIN void plain_store_lane##bits(void *to, v128_t vector, int lane) {                     \
    ((plain_element##bits *)to)->value = ((plain_s##bits)vector)[lane];                      \
  }
PLAIN_ELEMENT(8)
PLAIN_ELEMENT(16)
PLAIN_ELEMENT(32)
PLAIN_ELEMENT(64)

#define wasm_v128_load32_zero plain_zero32
#define wasm_v128_load64_zero plain_zero64
#define wasm_v128_load8_splat(from) plain_splat8(plain_get8(from))
#define wasm_v128_load16_splat(from) plain_splat16(plain_get16(from))
#define wasm_v128_load32_splat(from) plain_splat32(plain_get32(from))
#define wasm_v128_load64_splat(from) plain_splat64(plain_get64(from))
#define wasm_v128_load8_lane plain_load_lane8
#define wasm_v128_load16_lane plain_load_lane16
#define wasm_v128_store8_lane plain_store_lane8
#define wasm_v128_store16_lane plain_store_lane16
#define wasm_v128_store32_lane plain_store_lane32
#define wasm_v128_store64_lane plain_store_lane64

#define wasm_i8x16_splat plain_splat8
#define wasm_i16x8_splat plain_splat16
#define wasm_i32x4_splat plain_splat32
#define wasm_i8x16_const_splat plain_splat8
#define wasm_i32x4_const_splat plain_splat32
#define wasm_i64x2_const_splat plain_splat64
PLAIN v128_t wasm_f32x4_splat(float value) { return (v128_t)(plain_f32){value, value, value, value}; }
PLAIN v128_t wasm_f64x2_splat(double value) { return (v128_t)(plain_f64){value, value}; }
#define wasm_f32x4_const_splat wasm_f32x4_splat
#define wasm_f64x2_const_splat wasm_f64x2_splat

#define wasm_i32x4_extract_lane(vector, lane) (((plain_s32)(vector))[lane])
#define wasm_i64x2_extract_lane(vector, lane) (((plain_s64)(vector))[lane])
#define wasm_f32x4_extract_lane(vector, lane) (((plain_f32)(vector))[lane])
#define wasm_f64x2_extract_lane(vector, lane) (((plain_f64)(vector))[lane])

/* Element by element, as the language does it. */
#define PLAIN_BINARY(name, type, operator) \
  PLAIN v128_t name(v128_t a, v128_t b) { return (v128_t)((type)a operator(type) b); }
PLAIN_BINARY(wasm_i16x8_add, plain_u16, +)
PLAIN_BINARY(wasm_i16x8_sub, plain_u16, -)
PLAIN_BINARY(wasm_i32x4_add, plain_u32, +)
PLAIN_BINARY(wasm_i32x4_sub, plain_u32, -)
PLAIN_BINARY(wasm_i32x4_mul, plain_u32, *)
PLAIN_BINARY(wasm_i64x2_add, plain_u64, +)
PLAIN_BINARY(wasm_f32x4_add, plain_f32, +)
PLAIN_BINARY(wasm_f32x4_sub, plain_f32, -)
PLAIN_BINARY(wasm_f32x4_mul, plain_f32, *)
PLAIN_BINARY(wasm_f32x4_div, plain_f32, /)
PLAIN_BINARY(wasm_f64x2_add, plain_f64, +)
PLAIN_BINARY(wasm_f64x2_div, plain_f64, /)
PLAIN_BINARY(wasm_v128_and, plain_u32, &)
PLAIN_BINARY(wasm_v128_or, plain_u32, |)
PLAIN_BINARY(wasm_v128_xor, plain_u32, ^)
PLAIN_BINARY(wasm_i32x4_gt, plain_s32, >)
PLAIN_BINARY(wasm_f32x4_gt, plain_f32, >)
PLAIN_BINARY(wasm_f32x4_lt, plain_f32, <)

PLAIN v128_t wasm_f32x4_neg(v128_t a) { return (v128_t)-(plain_f32)a; }
PLAIN v128_t wasm_v128_bitselect(v128_t a, v128_t b, v128_t mask) { return (a & mask) | (b & ~mask); }
PLAIN v128_t wasm_v128_andnot(v128_t a, v128_t b) { return a & ~b; }

/* Shifts take the count modulo the width. */
PLAIN v128_t wasm_i32x4_shl(v128_t a, uint32_t by) { return (v128_t)((plain_u32)a << (by & 31)); }
PLAIN v128_t wasm_i32x4_shr(v128_t a, uint32_t by) { return (v128_t)((plain_s32)a >> (int32_t)(by & 31)); }
PLAIN v128_t wasm_u64x2_shr(v128_t a, uint32_t by) { return (v128_t)((plain_u64)a >> (uint64_t)(by & 63)); }

/* The one or the other element. */
#define PLAIN_CHOICE(name, type, count, condition)              \
  PLAIN v128_t name(v128_t left, v128_t right) {                \
    const type a = (type)left, b = (type)right;                 \
    type result = a;                                            \
    for (int i = 0; i < (count); i++) result[i] = (condition) ? b[i] : a[i]; \
    return (v128_t)result;                                      \
  }
PLAIN_CHOICE(wasm_i8x16_min, plain_s8, 16, b[i] < a[i])
PLAIN_CHOICE(wasm_i8x16_max, plain_s8, 16, b[i] > a[i])
PLAIN_CHOICE(wasm_i16x8_min, plain_s16, 8, b[i] < a[i])
PLAIN_CHOICE(wasm_i16x8_max, plain_s16, 8, b[i] > a[i])
PLAIN_CHOICE(wasm_i32x4_min, plain_s32, 4, b[i] < a[i])
PLAIN_CHOICE(wasm_i32x4_max, plain_s32, 4, b[i] > a[i])
PLAIN_CHOICE(wasm_f32x4_pmin, plain_f32, 4, b[i] < a[i])
PLAIN_CHOICE(wasm_f32x4_pmax, plain_f32, 4, a[i] < b[i])

/* One element from one, by an expression in `x`. */
#define PLAIN_UNARY(name, from, to, count, expression)      \
  PLAIN v128_t name(v128_t vector) {                        \
    const from a = (from)vector;                            \
    to result = {0};                                        \
    for (int i = 0; i < (count); i++) {                     \
      const __typeof__(a[0]) x = a[i];                      \
      result[i] = (expression);                             \
    }                                                       \
    return (v128_t)result;                                  \
  }
PLAIN_UNARY(wasm_f32x4_abs, plain_f32, plain_f32, 4, __builtin_fabsf(x))
PLAIN_UNARY(wasm_f32x4_nearest, plain_f32, plain_f32, 4, __builtin_rintf(x))
PLAIN_UNARY(wasm_f32x4_convert_i32x4, plain_s32, plain_f32, 4, (float)x)
PLAIN_UNARY(wasm_f64x2_convert_low_i32x4, plain_s32, plain_f64, 2, (double)x)
PLAIN_UNARY(wasm_f64x2_promote_low_f32x4, plain_f32, plain_f64, 2, (double)x)
PLAIN_UNARY(wasm_f32x4_demote_f64x2_zero, plain_f64, plain_f32, 2, (float)x)
PLAIN_UNARY(wasm_i32x4_trunc_sat_f32x4, plain_f32, plain_s32, 4, __builtin_wasm_trunc_saturate_s_i32_f32(x))
PLAIN_UNARY(wasm_i32x4_trunc_sat_f64x2_zero, plain_f64, plain_s32, 2, __builtin_wasm_trunc_saturate_s_i32_f64(x))

/* Wider elements from the lower or the upper half. */
#define PLAIN_EXTEND(name, from, to, count, first)                        \
  PLAIN v128_t name(v128_t vector) {                                      \
    const from a = (from)vector;                                          \
    to result = {0};                                                      \
    for (int i = 0; i < (count); i++) result[i] = a[(first) + i];         \
    return (v128_t)result;                                                \
  }
PLAIN_EXTEND(wasm_i16x8_extend_low_i8x16, plain_s8, plain_s16, 8, 0)
PLAIN_EXTEND(wasm_i16x8_extend_high_i8x16, plain_s8, plain_s16, 8, 8)
PLAIN_EXTEND(wasm_u16x8_extend_low_u8x16, plain_u8, plain_u16, 8, 0)
PLAIN_EXTEND(wasm_i32x4_extend_low_i16x8, plain_s16, plain_s32, 4, 0)
PLAIN_EXTEND(wasm_i32x4_extend_high_i16x8, plain_s16, plain_s32, 4, 4)
PLAIN_EXTEND(wasm_u32x4_extend_low_u16x8, plain_u16, plain_u32, 4, 0)
PLAIN_EXTEND(wasm_i64x2_extend_low_i32x4, plain_s32, plain_s64, 2, 0)
PLAIN_EXTEND(wasm_i64x2_extend_high_i32x4, plain_s32, plain_s64, 2, 2)

PLAIN v128_t wasm_i16x8_load8x8(const void *from) { return wasm_i16x8_extend_low_i8x16(plain_zero64(from)); }
PLAIN v128_t wasm_i32x4_load16x4(const void *from) { return wasm_i32x4_extend_low_i16x8(plain_zero64(from)); }

/* Sums and products of elements that are wider than they. */
#define PLAIN_PRODUCT(name, from, to, element, count, first)                                               \
  PLAIN v128_t name(v128_t left, v128_t right) {                                                           \
    const from a = (from)left, b = (from)right;                                                            \
    to result = {0};                                                                                       \
    for (int i = 0; i < (count); i++) result[i] = (element)a[(first) + i] * (element)b[(first) + i];       \
    return (v128_t)result;                                                                                 \
  }
PLAIN_PRODUCT(wasm_i32x4_extmul_low_i16x8, plain_s16, plain_s32, int32_t, 4, 0)
PLAIN_PRODUCT(wasm_i32x4_extmul_high_i16x8, plain_s16, plain_s32, int32_t, 4, 4)
PLAIN_PRODUCT(wasm_i64x2_extmul_low_i32x4, plain_s32, plain_s64, int64_t, 2, 0)
PLAIN_PRODUCT(wasm_i64x2_extmul_high_i32x4, plain_s32, plain_s64, int64_t, 2, 2)

PLAIN v128_t wasm_i32x4_dot_i16x8(v128_t left, v128_t right) {
  const plain_s16 a = (plain_s16)left, b = (plain_s16)right;
  plain_u32 result = {0};
  for (int i = 0; i < 4; i++)
    result[i] = (uint32_t)(a[2 * i] * b[2 * i]) + (uint32_t)(a[2 * i + 1] * b[2 * i + 1]);
  return (v128_t)result;
}

#define PLAIN_PAIRS(name, from, to, count)                                              \
  PLAIN v128_t name(v128_t vector) {                                                    \
    const from a = (from)vector;                                                        \
    to result = {0};                                                                    \
    for (int i = 0; i < (count); i++) result[i] = a[2 * i] + a[2 * i + 1];              \
    return (v128_t)result;                                                              \
  }
PLAIN_PAIRS(wasm_i32x4_extadd_pairwise_i16x8, plain_s16, plain_s32, 4)
PLAIN_PAIRS(wasm_i16x8_extadd_pairwise_i8x16, plain_s8, plain_s16, 8)

/* Saturation. */
PLAIN int32_t plain_clamp(int32_t value, int32_t min, int32_t max) {
  return value < min ? min : value > max ? max : value;
}

#define PLAIN_NARROW(name, from, to, half, min, max)                                      \
  PLAIN v128_t name(v128_t low, v128_t high) {                                            \
    const from a = (from)low, b = (from)high;                                             \
    to result = {0};                                                                      \
    for (int i = 0; i < (half); i++) {                                                    \
      result[i] = (__typeof__(result[0]))plain_clamp(a[i], min, max);                     \
      result[(half) + i] = (__typeof__(result[0]))plain_clamp(b[i], min, max);            \
    }                                                                                     \
    return (v128_t)result;                                                                \
  }
PLAIN_NARROW(wasm_i8x16_narrow_i16x8, plain_s16, plain_s8, 8, INT8_MIN, INT8_MAX)
PLAIN_NARROW(wasm_u8x16_narrow_i16x8, plain_s16, plain_u8, 8, 0, UINT8_MAX)
PLAIN_NARROW(wasm_i16x8_narrow_i32x4, plain_s32, plain_s16, 4, INT16_MIN, INT16_MAX)

#define PLAIN_SATURATED(name, type, count, operator, min, max)                                        \
  PLAIN v128_t name(v128_t left, v128_t right) {                                                      \
    const type a = (type)left, b = (type)right;                                                       \
    type result = a;                                                                                  \
    for (int i = 0; i < (count); i++)                                                                 \
      result[i] = (__typeof__(result[0]))plain_clamp((int32_t)a[i] operator b[i], min, max);          \
    return (v128_t)result;                                                                            \
  }
PLAIN_SATURATED(wasm_i16x8_add_sat, plain_s16, 8, +, INT16_MIN, INT16_MAX)

/* Elements of two vectors in any order. */
#define wasm_i16x8_shuffle(a, b, ...) ((v128_t)__builtin_shufflevector((plain_s16)(a), (plain_s16)(b), __VA_ARGS__))
#define wasm_i32x4_shuffle(a, b, ...) ((v128_t)__builtin_shufflevector((plain_s32)(a), (plain_s32)(b), __VA_ARGS__))

#endif
