#include "reduce.h"
#include "sum_lanes.h"
#include "sum_taps.h"

/* Rows of a run as the taps of a window of one row. */
INLINED pool_taps taps_of(const thimble_reduction *shape) {
  return (pool_taps){1, shape->rows.extent, 0, shape->rows.first_step, shape->run.extent};
}

INLINED void add_four_s32(int32_t *to, v128_t x) { wasm_v128_store(to, wasm_i32x4_add(wasm_v128_load(to), x)); }

static void sum_columns_s8(const thimble_reduction *shape, const int8_t *input, int32_t *sums) {
  const pool_taps taps = taps_of(shape);
  v128_t sum[4];
  int32_t c = 0;
  for (; c + 16 <= taps.depth; c += 16) {
    sum_taps_s8(&taps, input + c, 16, sum);
    for (int32_t i = 0; i < 4; i++) add_four_s32(sums + c + 4 * i, sum[i]);
  }
  for (; c < taps.depth; c++) {
    sum_taps_s8(&taps, input + c, 1, sum);
    sums[c] = (int32_t)((uint32_t)sums[c] + (uint32_t)wasm_i32x4_extract_lane(sum[0], 0));
  }
}

static void sum_columns_s16(const thimble_reduction *shape, const int16_t *input, int32_t *sums) {
  const pool_taps taps = taps_of(shape);
  v128_t sum[2];
  int32_t c = 0;
  for (; c + 8 <= taps.depth; c += 8) {
    sum_taps_s16(&taps, input + c, 8, sum);
    for (int32_t i = 0; i < 2; i++) add_four_s32(sums + c + 4 * i, sum[i]);
  }
  for (; c < taps.depth; c++) {
    sum_taps_s16(&taps, input + c, 1, sum);
    sums[c] = (int32_t)((uint32_t)sums[c] + (uint32_t)wasm_i32x4_extract_lane(sum[0], 0));
  }
}

static void sum_columns_f32(const thimble_reduction *shape, const float *input, double *sums) {
  const pool_taps taps = taps_of(shape);
  v128_t sum[2];
  int32_t c = 0;
  for (; c + 4 <= taps.depth; c += 4) {
    sum_taps_f32(&taps, input + c, 4, sum);
    for (int32_t i = 0; i < 2; i++) {
      double *const to = sums + c + 2 * i;
      wasm_v128_store(to, wasm_f64x2_add(wasm_v128_load(to), sum[i]));
    }
  }
  for (; c < taps.depth; c++) {
    sum_taps_f32(&taps, input + c, 1, sum);
    sums[c] += wasm_f64x2_extract_lane(sum[0], 0);
  }
}

static uint32_t sum_run_s8(const int8_t *input, int32_t n) {
  v128_t sum = wasm_i32x4_const_splat(0);
  int32_t i = 0;
  for (; i + 16 <= n; i += 16) {
    const v128_t pairs = wasm_i16x8_extadd_pairwise_i8x16(wasm_v128_load(input + i));
    sum = wasm_i32x4_add(sum, wasm_i32x4_extadd_pairwise_i16x8(pairs));
  }
  uint32_t total = (uint32_t)sum_of_lanes_s32(sum);
  for (; i < n; i++) total += (uint32_t)input[i];
  return total;
}

static uint32_t sum_run_s16(const int16_t *input, int32_t n) {
  v128_t sum = wasm_i32x4_const_splat(0);
  int32_t i = 0;
  for (; i + 8 <= n; i += 8) {
    sum = wasm_i32x4_add(sum, wasm_i32x4_extadd_pairwise_i16x8(wasm_v128_load(input + i)));
  }
  uint32_t total = (uint32_t)sum_of_lanes_s32(sum);
  for (; i < n; i++) total += (uint32_t)input[i];
  return total;
}

static double sum_run_f32(const float *input, int32_t n) {
  v128_t sum[2] = {wasm_f64x2_const_splat(0), wasm_f64x2_const_splat(0)};
  int32_t i = 0;
  for (; i + 4 <= n; i += 4) {
    const v128_t x = wasm_v128_load(input + i);
    sum[0] = wasm_f64x2_add(sum[0], wasm_f64x2_promote_low_f32x4(x));
    sum[1] = wasm_f64x2_add(sum[1], wasm_f64x2_promote_low_f32x4(wasm_i32x4_shuffle(x, x, 2, 3, 2, 3)));
  }
  const v128_t both = wasm_f64x2_add(sum[0], sum[1]);
  double total = wasm_f64x2_extract_lane(both, 0) + wasm_f64x2_extract_lane(both, 1);
  for (; i < n; i++) total += input[i];
  return total;
}

void sum_rows_s8(const thimble_reduction *shape, const void *input, void *sums) {
  uint32_t *const total = sums;
  if (shape->run.second_step) return sum_columns_s8(shape, input, sums);
  *total += sum_run_s8(input, shape->run.extent);
}

void sum_rows_s16(const thimble_reduction *shape, const void *input, void *sums) {
  uint32_t *const total = sums;
  if (shape->run.second_step) return sum_columns_s16(shape, input, sums);
  *total += sum_run_s16(input, shape->run.extent);
}

void sum_rows_f32(const thimble_reduction *shape, const void *input, void *sums) {
  double *const total = sums;
  if (shape->run.second_step) return sum_columns_f32(shape, input, sums);
  *total += sum_run_f32(input, shape->run.extent);
}
