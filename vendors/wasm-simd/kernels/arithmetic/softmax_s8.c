#include <thimble/kit/requantize.h>
#include "simd.h"

#include <thimble/kit/fixed_point.h>
#include "inlined.h"
#include <thimble/kit/power_of_two.h>
#include "softmax.h"

/* Integer bits of a difference to the maximum, and of the sum of exponentials. */
enum { DIFFERENCE_BITS = 5, SUM_BITS = 12 };

void fill_exponentials(exponentials_s8 *exponentials, double unit) {
  const double one = thimble_power_of_two(31 - DIFFERENCE_BITS);
  const double most = thimble_power_of_two(31) - 1;
  const thimble_multiplier factor = thimble_quantize_multiplier(unit * one < most ? unit * one : most);
  const int64_t radius = (int64_t)(((1 << DIFFERENCE_BITS) - 1) * one / thimble_power_of_two(factor.shift));
  for (int32_t d = 0; d <= UINT8_MAX; d++) {
    exponentials->of_difference[d] =
        d <= radius ? thimble_exp_on_negative_values(thimble_requantize(-d, factor), DIFFERENCE_BITS) : 0;
  }
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
static int32_t sum_of(const int32_t *exponentials, const int8_t *input, int32_t greatest, int32_t n) {
  const int32_t half = 1 << (SUM_BITS - 1);
  uint32_t sum = 0;
  /* Exponentials are not negative: half up is half away from zero. */
  for (int32_t i = 0; i < n; i++) sum += ((uint32_t)exponentials[greatest - input[i]] + (uint32_t)half) >> SUM_BITS;
  return (int32_t)sum;
}

/* What turns exponentials into outputs of `bits` bits. */
typedef struct {
  int64_t inverse;
  int32_t exponent;
  uint32_t half;
} normalization;

static normalization normalize(int32_t sum, int32_t bits) {
  const int32_t zeros = __builtin_clz((uint32_t)sum);
  const uint32_t shifted = ((uint32_t)sum << zeros) - (UINT32_C(1) << 31);
  const int32_t exponent = SUM_BITS - zeros + 31 - bits;
  return (normalization){thimble_one_over_one_plus((int32_t)shifted), exponent, (UINT32_C(1) << exponent) >> 1};
}

/* exponential / sum in units of 2^-bits. */
INLINED int32_t probability(int32_t exponential, const normalization *by) {
  const uint32_t product = (uint32_t)((by->inverse * exponential + (INT64_C(1) << 30)) >> 31);
  return (int32_t)((product + by->half) >> by->exponent);
}

void softmax_row_s8(const exponentials_s8 *exponentials, const int8_t *input, int8_t *output, int32_t depth) {
  const int32_t greatest = greatest_of(input, depth);
  const int32_t *const of_difference = exponentials->of_difference;
  const normalization by = normalize(sum_of(of_difference, input, greatest, depth), 8);
  for (int32_t i = 0; i < depth; i++) {
    const int32_t stored = probability(of_difference[greatest - input[i]], &by) + INT8_MIN;
    output[i] = (int8_t)(stored < INT8_MAX ? stored : INT8_MAX);
  }
}

void softmax_row_s8_s16(const exponentials_s8 *exponentials, const int8_t *input, int16_t *output, int32_t depth) {
  const int32_t greatest = greatest_of(input, depth);
  const int32_t *const of_difference = exponentials->of_difference;
  const normalization by = normalize(sum_of(of_difference, input, greatest, depth), 16);
  for (int32_t i = 0; i < depth; i++) {
    const int32_t stored = probability(of_difference[greatest - input[i]], &by) + INT16_MIN;
    output[i] = (int16_t)(stored < INT16_MAX ? stored : INT16_MAX);
  }
}
