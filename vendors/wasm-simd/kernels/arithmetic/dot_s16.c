#include "matrix_vector.h"
#include "sum_lanes.h"

enum { LANES = 8 };

int32_t dot_s16(const int16_t *a, const int16_t *b, int32_t n) {
  v128_t sum = wasm_i32x4_const_splat(0);
  int32_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    sum = wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(wasm_v128_load(a + i), wasm_v128_load(b + i)));
  }
  uint32_t result = (uint32_t)sum_of_lanes_s32(sum);
  for (; i < n; i++) result += (uint32_t)(a[i] * b[i]);
  return (int32_t)result;
}

void dots_s16(const int16_t *a, const int16_t *b, int32_t rows, int32_t n, int32_t *sums) {
  for (int32_t r = 0; r < rows; r++) sums[r] = dot_s16(a + r * n, b + r * n, n);
}

int64_t dot_s16_s64(const int16_t *a, const int16_t *b, int32_t n) {
  v128_t sum = wasm_i64x2_const_splat(0);
  int32_t i = 0;
  for (; i + LANES <= n; i += LANES) {
    const v128_t x = wasm_v128_load(a + i), y = wasm_v128_load(b + i);
    sum = add_widened(sum, wasm_i32x4_extmul_low_i16x8(x, y));
    sum = add_widened(sum, wasm_i32x4_extmul_high_i16x8(x, y));
  }
  int64_t result = sum_of_lanes_s64(sum);
  for (; i < n; i++) result += a[i] * b[i];
  return result;
}
