#include "elementwise_plain.h"

typedef struct {
  v128_t min;
  v128_t max;
} range_lanes;

INLINED v128_t clamp_f32(v128_t x, const range_lanes *range) {
  return wasm_f32x4_pmin(wasm_f32x4_pmax(x, range->min), range->max);
}

INLINED v128_t clamp_s32(v128_t x, const range_lanes *range) {
  return wasm_i32x4_min(wasm_i32x4_max(x, range->min), range->max);
}

INLINED range_lanes range_lanes_f32(const thimble_range_f32 *range) {
  return (range_lanes){wasm_f32x4_splat(range->min), wasm_f32x4_splat(range->max)};
}

INLINED range_lanes range_lanes_s32(const thimble_range *range) {
  return (range_lanes){wasm_i32x4_splat(range->min), wasm_i32x4_splat(range->max)};
}

/* A row function, of the expression that makes a vector of a and b. */
#define ROW(name, bytes, make_lanes, expression)                                                             \
  INLINED void name##_block(const void *first, const void *second, void *output, const void *state) {        \
    const range_lanes *range = state;                                                                        \
    (void)range;                                                                                             \
    for (int32_t i = 0; i < BLOCK * (bytes); i += 16) {                                                      \
      const v128_t a = wasm_v128_load((const int8_t *)first + i), b = wasm_v128_load((const int8_t *)second + i); \
      wasm_v128_store((int8_t *)output + i, expression);                                                     \
    }                                                                                                        \
  }                                                                                                          \
  void name(const void *params, const binary_row *row) {                                                     \
    const range_lanes lanes = make_lanes(params);                                                            \
    combine_blocks(row, bytes, name##_block, &lanes);                                                        \
  }

INLINED range_lanes no_lanes(const void *params) {
  (void)params;
  return (range_lanes){wasm_i32x4_const_splat(0), wasm_i32x4_const_splat(0)};
}

ROW(add_row_f32, 4, range_lanes_f32, clamp_f32(wasm_f32x4_add(a, b), range))
ROW(sub_row_f32, 4, range_lanes_f32, clamp_f32(wasm_f32x4_sub(a, b), range))
ROW(mul_row_f32, 4, range_lanes_f32, clamp_f32(wasm_f32x4_mul(a, b), range))

ROW(add_row_s32, 4, no_lanes, wasm_i32x4_add(a, b))
ROW(sub_row_s32, 4, range_lanes_s32, clamp_s32(wasm_i32x4_sub(a, b), range))
ROW(mul_row_s32, 4, range_lanes_s32, clamp_s32(wasm_i32x4_mul(a, b), range))

/* pmax(x, y) is x < y ? y : x. */
ROW(maximum_row_f32, 4, no_lanes, wasm_f32x4_pmax(b, a))
ROW(minimum_row_f32, 4, no_lanes, wasm_f32x4_pmin(b, a))
ROW(squared_difference_row_f32, 4, no_lanes, wasm_f32x4_mul(wasm_f32x4_sub(a, b), wasm_f32x4_sub(a, b)))

ROW(maximum_row_s8, 1, no_lanes, wasm_i8x16_max(a, b))
ROW(minimum_row_s8, 1, no_lanes, wasm_i8x16_min(a, b))
ROW(maximum_row_s16, 2, no_lanes, wasm_i16x8_max(a, b))
ROW(minimum_row_s16, 2, no_lanes, wasm_i16x8_min(a, b))
ROW(maximum_row_s32, 4, no_lanes, wasm_i32x4_max(a, b))
ROW(minimum_row_s32, 4, no_lanes, wasm_i32x4_min(a, b))
