#include "matrix_vector.h"
#include "sum_lanes.h"

enum { LANES = 8, TILE = 4 };

void widen_vector(int16_t *to, const int8_t *from, int32_t step, int32_t depth, int32_t offset) {
  const v128_t add = wasm_i16x8_splat((int16_t)offset);
  int32_t c = 0;
  if (step == 1) {
    for (; c + LANES <= depth; c += LANES) {
      wasm_v128_store(to + c, wasm_i16x8_add(wasm_i16x8_load8x8(from + c), add));
    }
  }
  for (; c < depth; c++) to[c] = (int16_t)(from[c * step] + offset);
}

/* Sums of `rows` rows (a constant), in vectors; what is left of a row is its last eight weights, masked. */
INLINED void multiply_rows(const int8_t *matrix, int32_t rows, int32_t depth, const int16_t *vector, v128_t *sum) {
  int32_t c = 0;
#pragma clang loop unroll(full)
  for (int32_t r = 0; r < rows; r++) sum[r] = wasm_i32x4_const_splat(0);
  for (; c + LANES <= depth; c += LANES) {
    const v128_t x = wasm_v128_load(vector + c);
#pragma clang loop unroll(full)
    for (int32_t r = 0; r < rows; r++) {
      sum[r] = wasm_i32x4_add(sum[r], wasm_i32x4_dot_i16x8(wasm_i16x8_load8x8(matrix + r * depth + c), x));
    }
  }
  if (c == depth) return;
  const int32_t last = depth - LANES;
  const v128_t x = wasm_v128_and(wasm_v128_load(vector + last), rest_mask(depth));
#pragma clang loop unroll(full)
  for (int32_t r = 0; r < rows; r++) {
    sum[r] = wasm_i32x4_add(sum[r], wasm_i32x4_dot_i16x8(wasm_i16x8_load8x8(matrix + r * depth + last), x));
  }
}

static int32_t multiply_short_row(const int8_t *row, const int16_t *vector, int32_t depth) {
  int32_t sum = 0;
  for (int32_t c = 0; c < depth; c++) sum += row[c] * vector[c];
  return sum;
}

void matrix_vector_s8(const int8_t *matrix, int32_t rows, int32_t depth, const int16_t *vector, int32_t *sums) {
  v128_t sum[TILE];
  int32_t r = 0;
  if (depth < LANES) {
    for (; r < rows; r++) sums[r] = multiply_short_row(matrix + r * depth, vector, depth);
    return;
  }
  for (; r + TILE <= rows; r += TILE) {
    multiply_rows(matrix + r * depth, TILE, depth, vector, sum);
    wasm_v128_store(sums + r, sums_of_four_s32(sum));
  }
  for (; r < rows; r++) {
    multiply_rows(matrix + r * depth, 1, depth, vector, sum);
    sums[r] = sum_of_lanes_s32(sum[0]);
  }
}

/* Products of int8 and int16 have 23 bits and come in pairs: so many pairs a lane still fit into 32. */
enum { MOST_STEPS_IN_S32 = 128 };

static int64_t multiply_row_s64(const int8_t *row, int32_t depth, const int16_t *vector) {
  v128_t total = wasm_i64x2_const_splat(0);
  int32_t c = 0;
  while (c + LANES <= depth) {
    v128_t sum = wasm_i32x4_const_splat(0);
    const int32_t rest = (depth - c) / LANES;
    for (int32_t i = rest < MOST_STEPS_IN_S32 ? rest : MOST_STEPS_IN_S32; i > 0; i--, c += LANES) {
      sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(wasm_i16x8_load8x8(row + c), wasm_v128_load(vector + c)));
    }
    total = add_widened(total, sum);
  }
  int64_t result = sum_of_lanes_s64(total);
  for (; c < depth; c++) result += row[c] * vector[c];
  return result;
}

void matrix_vector_s8_s64(const int8_t *matrix, int32_t rows, int32_t depth, const int16_t *vector, int64_t *sums) {
  for (int32_t r = 0; r < rows; r++) sums[r] = multiply_row_s64(matrix + r * depth, depth, vector);
}

/* The products of two stretches of at least eight, added up in four lanes; the rest is the last eight, masked. */
INLINED v128_t add_products(const int8_t *a, const int8_t *b, int32_t n) {
  v128_t sum = wasm_i32x4_const_splat(0);
  int32_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(wasm_i16x8_load8x8(a + i), wasm_i16x8_load8x8(b + i)));
  }
  if (i == n) return sum;
  const v128_t rest = wasm_v128_and(wasm_i16x8_load8x8(a + n - LANES), rest_mask(n));
  return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(rest, wasm_i16x8_load8x8(b + n - LANES)));
}

int32_t dot_s8(const int8_t *a, const int8_t *b, int32_t n) {
  int32_t result = 0;
  if (n >= LANES) return sum_of_lanes_s32(add_products(a, b, n));
  for (int32_t i = 0; i < n; i++) result += a[i] * b[i];
  return result;
}

void dots_s8(const int8_t *a, const int8_t *b, int32_t rows, int32_t n, int32_t *sums) {
  v128_t sum[TILE];
  int32_t r = 0;
  for (; n >= LANES && r + TILE <= rows; r += TILE, a += TILE * n, b += TILE * n) {
#pragma clang loop unroll(full)
    for (int32_t t = 0; t < TILE; t++) sum[t] = add_products(a + t * n, b + t * n, n);
    wasm_v128_store(sums + r, sums_of_four_s32(sum));
  }
  for (; r < rows; r++, a += n, b += n) sums[r] = dot_s8(a, b, n);
}
