#ifndef THIMBLE_ARITHMETIC_SUM_TAPS_H
#define THIMBLE_ARITHMETIC_SUM_TAPS_H

#include "simd.h"

#include "inlined.h"
#include "pool.h"

/* Sums over the taps of a window: of 16, 8 or one channel, the constant `lanes`, in vectors of 32 or 64 bits. */

enum { MOST_S8_IN_S16 = 256 };

INLINED v128_t load_lanes_s8(const int8_t *from, int32_t lanes) {
  if (lanes == 16) return wasm_v128_load(from);
  return lanes == 8 ? wasm_v128_load64_zero(from) : wasm_v128_load8_lane(from, wasm_i32x4_const_splat(0), 0);
}

INLINED v128_t load_lanes_s16(const int16_t *from, int32_t lanes) {
  if (lanes == 8) return wasm_v128_load(from);
  return lanes == 4 ? wasm_v128_load64_zero(from) : wasm_v128_load16_lane(from, wasm_i32x4_const_splat(0), 0);
}

INLINED v128_t load_lanes_f32(const float *from, int32_t lanes) {
  if (lanes == 4) return wasm_v128_load(from);
  return lanes == 2 ? wasm_v128_load64_zero(from) : wasm_v128_load32_zero(from);
}

/* Adds two vectors of eight 16-bit sums to four of 32 bits. */
INLINED void flush_s16(v128_t *sum, v128_t low, v128_t high) {
  sum[0] = wasm_i32x4_add(sum[0], wasm_i32x4_extend_low_i16x8(low));
  sum[1] = wasm_i32x4_add(sum[1], wasm_i32x4_extend_high_i16x8(low));
  sum[2] = wasm_i32x4_add(sum[2], wasm_i32x4_extend_low_i16x8(high));
  sum[3] = wasm_i32x4_add(sum[3], wasm_i32x4_extend_high_i16x8(high));
}

INLINED void sum_taps_s8(const pool_taps *taps, const int8_t *input, int32_t lanes, v128_t *sum) {
  v128_t low = wasm_i32x4_const_splat(0), high = low;
  int32_t pending = 0;
  for (int32_t i = 0; i < 4; i++) sum[i] = low;
  for (int32_t row = 0; row < taps->rows; row++, input += taps->row_step) {
    const int8_t *tap = input;
    for (int32_t column = 0; column < taps->columns; column++, tap += taps->column_step) {
      const v128_t x = load_lanes_s8(tap, lanes);
      low = wasm_i16x8_add(low, wasm_i16x8_extend_low_i8x16(x));
      if (lanes == 16) high = wasm_i16x8_add(high, wasm_i16x8_extend_high_i8x16(x));
      if (++pending < MOST_S8_IN_S16) continue;
      flush_s16(sum, low, high);
      low = high = wasm_i32x4_const_splat(0);
      pending = 0;
    }
  }
  flush_s16(sum, low, high);
}

INLINED void sum_taps_s16(const pool_taps *taps, const int16_t *input, int32_t lanes, v128_t *sum) {
  sum[0] = sum[1] = wasm_i32x4_const_splat(0);
  for (int32_t row = 0; row < taps->rows; row++, input += taps->row_step) {
    const int16_t *tap = input;
    for (int32_t column = 0; column < taps->columns; column++, tap += taps->column_step) {
      const v128_t x = load_lanes_s16(tap, lanes);
      sum[0] = wasm_i32x4_add(sum[0], wasm_i32x4_extend_low_i16x8(x));
      if (lanes == 8) sum[1] = wasm_i32x4_add(sum[1], wasm_i32x4_extend_high_i16x8(x));
    }
  }
}

/* In double, as the reference sums: what cancels out leaves no error behind. */
INLINED void sum_taps_f32(const pool_taps *taps, const float *input, int32_t lanes, v128_t *sum) {
  sum[0] = sum[1] = wasm_f64x2_const_splat(0);
  for (int32_t row = 0; row < taps->rows; row++, input += taps->row_step) {
    const float *tap = input;
    for (int32_t column = 0; column < taps->columns; column++, tap += taps->column_step) {
      const v128_t x = load_lanes_f32(tap, lanes);
      const v128_t upper = wasm_i32x4_shuffle(x, x, 2, 3, 2, 3);
      sum[0] = wasm_f64x2_add(sum[0], wasm_f64x2_promote_low_f32x4(x));
      if (lanes == 4) sum[1] = wasm_f64x2_add(sum[1], wasm_f64x2_promote_low_f32x4(upper));
    }
  }
}

#endif
