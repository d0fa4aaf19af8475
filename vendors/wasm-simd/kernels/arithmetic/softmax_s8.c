#include <thimble/kit/softmax.h>

#include "simd.h"

#include "inlined.h"
#include "softmax.h"

void fill_exponentials(exponentials_s8 *exponentials, double unit) {
  const thimble_exponent_scale scale = thimble_exponent_scale_of(unit);
  for (int32_t d = 0; d <= UINT8_MAX; d++) exponentials->of_difference[d] = thimble_exponential_of(d, &scale);
}

static int32_t greatest_of(const int8_t *input, int32_t n) {
  v128_t lanes = wasm_i8x16_const_splat(INT8_MIN);
  int8_t values[16];
  int32_t greatest = INT8_MIN, i = 0;
  for (; i + 16 <= n; i += 16) lanes = wasm_i8x16_max(lanes, wasm_v128_load(input + i));
  if (i > 0) {
    wasm_v128_store(values, lanes);
    for (int32_t k = 0; k < 16; k++) greatest = values[k] > greatest ? values[k] : greatest;
  }
  for (; i < n; i++) greatest = input[i] > greatest ? input[i] : greatest;
  return greatest;
}

/* Sum of exponentials, Q12.19, which wraps. */
static uint32_t sum_of(const int32_t *exponentials, const int8_t *input, int32_t greatest, int32_t n) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < n; i++) sum += thimble_exponential_term(exponentials[greatest - input[i]]);
  return sum;
}

void softmax_row_s8(const exponentials_s8 *exponentials, const int8_t *input, int8_t *output, int32_t depth) {
  const int32_t greatest = greatest_of(input, depth);
  const int32_t *const of_difference = exponentials->of_difference;
  const thimble_normalization by = thimble_normalize(sum_of(of_difference, input, greatest, depth), 8);
  for (int32_t i = 0; i < depth; i++) {
    const int32_t stored = thimble_probability(of_difference[greatest - input[i]], &by) + INT8_MIN;
    output[i] = (int8_t)(stored < INT8_MAX ? stored : INT8_MAX);
  }
}

void softmax_row_s8_s16(const exponentials_s8 *exponentials, const int8_t *input, int16_t *output, int32_t depth) {
  const int32_t greatest = greatest_of(input, depth);
  const int32_t *const of_difference = exponentials->of_difference;
  const thimble_normalization by = thimble_normalize(sum_of(of_difference, input, greatest, depth), 16);
  for (int32_t i = 0; i < depth; i++) {
    const int32_t stored = thimble_probability(of_difference[greatest - input[i]], &by) + INT16_MIN;
    output[i] = (int16_t)(stored < INT16_MAX ? stored : INT16_MAX);
  }
}
