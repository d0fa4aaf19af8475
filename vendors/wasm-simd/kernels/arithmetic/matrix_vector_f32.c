#include "matrix_vector.h"
#include "sum_lanes.h"

enum { LANES = 4, TILE = 4 };

INLINED v128_t multiply_add(v128_t sum, v128_t a, v128_t b) { return wasm_f32x4_add(sum, wasm_f32x4_mul(a, b)); }

/* Sums of `rows` rows (a constant). */
INLINED void multiply_rows(const float *matrix, int32_t rows, int32_t depth, const float *vector, float *sums) {
  v128_t sum[TILE];
  int32_t c = 0;
  for (int32_t r = 0; r < rows; r++) sum[r] = wasm_f32x4_const_splat(0);
  for (; c + LANES <= depth; c += LANES) {
    const v128_t x = wasm_v128_load(vector + c);
    for (int32_t r = 0; r < rows; r++) sum[r] = multiply_add(sum[r], wasm_v128_load(matrix + r * depth + c), x);
  }
  for (int32_t r = 0; r < rows; r++) {
    float total = sum_of_lanes_f32(sum[r]);
    for (int32_t k = c; k < depth; k++) total += matrix[r * depth + k] * vector[k];
    sums[r] = total;
  }
}

void matrix_vector_f32(const float *matrix, int32_t rows, int32_t depth, const float *vector, float *sums) {
  int32_t r = 0;
  for (; r + TILE <= rows; r += TILE) multiply_rows(matrix + r * depth, TILE, depth, vector, sums + r);
  for (; r < rows; r++) multiply_rows(matrix + r * depth, 1, depth, vector, sums + r);
}

float dot_f32(const float *a, const float *b, int32_t n) {
  float sum;
  multiply_rows(a, 1, n, b, &sum);
  return sum;
}
