#include "channel_blocks.h"
#include "sum_taps.h"

/* What turns sums into means. */
typedef struct {
  v128_t count;
  v128_t count_f32;
  /* Sums and count have less than 24 bits: floats hold them. */
  int32_t is_small;
  v128_t half;
  v128_t min;
  v128_t max;
} mean_lanes;

/* `bits` of an element and its sign. */
INLINED mean_lanes make_mean_lanes(const pool_taps *taps, const thimble_range *range, int32_t bits) {
  const int32_t count = taps->rows * taps->columns;
  return (mean_lanes){
      .count = wasm_f64x2_splat(count),
      .count_f32 = wasm_f32x4_splat((float)count),
      .is_small = count < 1 << (23 - bits),
      .half = wasm_i32x4_splat(count / 2),
      .min = wasm_i32x4_splat(range->min),
      .max = wasm_i32x4_splat(range->max),
  };
}

/*
 * Four quotients toward zero. Floats that hold dividend and divisor round no quotient up to an integer: it is at least
 * 1 / divisor away, more than half of the last bit.
 */
INLINED v128_t divide_four(v128_t dividend, const mean_lanes *lanes) {
  if (lanes->is_small) {
    return wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_div(wasm_f32x4_convert_i32x4(dividend), lanes->count_f32));
  }
  const v128_t upper = wasm_i32x4_shuffle(dividend, dividend, 2, 3, 2, 3);
  const v128_t low = wasm_f64x2_div(wasm_f64x2_convert_low_i32x4(dividend), lanes->count);
  const v128_t high = wasm_f64x2_div(wasm_f64x2_convert_low_i32x4(upper), lanes->count);
  return wasm_i32x4_shuffle(wasm_i32x4_trunc_sat_f64x2_zero(low), wasm_i32x4_trunc_sat_f64x2_zero(high), 0, 1, 4, 5);
}

/* Four means, half away from zero, clamped. */
INLINED v128_t mean_of_four(v128_t sum, const mean_lanes *lanes) {
  const v128_t sign = wasm_i32x4_shr(sum, 31);
  const v128_t signed_half = wasm_i32x4_sub(wasm_v128_xor(lanes->half, sign), sign);
  const v128_t mean = divide_four(wasm_i32x4_add(sum, signed_half), lanes);
  return wasm_i32x4_min(wasm_i32x4_max(mean, lanes->min), lanes->max);
}

INLINED void average_channels_s8(const pool_taps *taps, const void *state, const void *input, void *output, int32_t c,
                                 int32_t lanes) {
  v128_t sum[4];
  int8_t *const out = (int8_t *)output + c;
  sum_taps_s8(taps, (const int8_t *)input + c, lanes, sum);
  const v128_t low = wasm_i16x8_narrow_i32x4(mean_of_four(sum[0], state),
                                             lanes > 1 ? mean_of_four(sum[1], state) : wasm_i32x4_const_splat(0));
  if (lanes == 1) wasm_v128_store8_lane(out, low, 0);
  if (lanes == 8) wasm_v128_store64_lane(out, wasm_i8x16_narrow_i16x8(low, low), 0);
  if (lanes < 16) return;
  const v128_t high = wasm_i16x8_narrow_i32x4(mean_of_four(sum[2], state), mean_of_four(sum[3], state));
  wasm_v128_store(out, wasm_i8x16_narrow_i16x8(low, high));
}

void average_s8(const pool_taps *taps, const void *range, const void *input, void *output) {
  const mean_lanes lanes = make_mean_lanes(taps, range, 8);
  for_each_channel(taps, &lanes, input, output, 16, average_channels_s8);
}

INLINED void average_channels_s16(const pool_taps *taps, const void *state, const void *input, void *output, int32_t c,
                                  int32_t lanes) {
  v128_t sum[2];
  int16_t *const out = (int16_t *)output + c;
  sum_taps_s16(taps, (const int16_t *)input + c, lanes, sum);
  const v128_t low = mean_of_four(sum[0], state);
  const v128_t high = lanes == 8 ? mean_of_four(sum[1], state) : low;
  const v128_t mean = wasm_i16x8_narrow_i32x4(low, high);
  if (lanes == 8) wasm_v128_store(out, mean);
  if (lanes == 4) wasm_v128_store64_lane(out, mean, 0);
  if (lanes == 1) wasm_v128_store16_lane(out, mean, 0);
}

void average_s16(const pool_taps *taps, const void *range, const void *input, void *output) {
  const mean_lanes lanes = make_mean_lanes(taps, range, 16);
  for_each_channel(taps, &lanes, input, output, 8, average_channels_s16);
}

typedef struct {
  v128_t count;
  v128_t min;
  v128_t max;
} mean_lanes_f32;

INLINED void average_channels_f32(const pool_taps *taps, const void *state, const void *input, void *output, int32_t c,
                                  int32_t lanes) {
  const mean_lanes_f32 *const by = state;
  float *const out = (float *)output + c;
  v128_t sum[2];
  sum_taps_f32(taps, (const float *)input + c, lanes, sum);
  const v128_t low = wasm_f32x4_demote_f64x2_zero(wasm_f64x2_div(sum[0], by->count));
  const v128_t high = wasm_f32x4_demote_f64x2_zero(wasm_f64x2_div(sum[1], by->count));
  const v128_t mean = wasm_i32x4_shuffle(low, high, 0, 1, 4, 5);
  const v128_t clamped = wasm_f32x4_pmin(wasm_f32x4_pmax(mean, by->min), by->max);
  if (lanes == 4) wasm_v128_store(out, clamped);
  if (lanes == 2) wasm_v128_store64_lane(out, clamped, 0);
  if (lanes == 1) wasm_v128_store32_lane(out, clamped, 0);
}

void average_f32(const pool_taps *taps, const void *range, const void *input, void *output) {
  const thimble_range_f32 *real = range;
  const mean_lanes_f32 lanes = {wasm_f64x2_splat(taps->rows * taps->columns), wasm_f32x4_splat(real->min),
                                wasm_f32x4_splat(real->max)};
  for_each_channel(taps, &lanes, input, output, 4, average_channels_f32);
}
