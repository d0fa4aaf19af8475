/* LOGISTIC in int8, from a table that prepare computes in fixed point as gemmlowp does: Qm.n has m integer bits. */
#include <thimble/kit/divide.h>

#include "kernel.h"

#define INTEGER_BITS 4
#define FRACTIONAL_BITS (31 - INTEGER_BITS)

/* Stored outputs by stored inputs, as unsigned bytes. */
static int8_t *table_of(const thimble_node *node) { return node->data; }

static int32_t shift_left(int32_t x, int32_t bits) {
  const int64_t shifted = (int64_t)x * (1 << bits);
  return shifted > INT32_MAX ? INT32_MAX : shifted < INT32_MIN ? INT32_MIN : (int32_t)shifted;
}

/* e^a for -1/4 <= a < 0 in Q0.31: a polynomial around -1/8. */
static int32_t exp_of_remainder(int32_t a) {
  const int32_t exp_of_center = 1895147668, one_third = 715827883;
  const int32_t x = a + (1 << 28);
  const int32_t x2 = thimble_high_multiply(x, x);
  const int32_t x3 = thimble_high_multiply(x2, x), x4 = thimble_high_multiply(x2, x2);
  const int32_t cubic = thimble_high_multiply(thimble_rounding_divide_by_pot(x4, 2) + x3, one_third);
  const int32_t tail = thimble_rounding_divide_by_pot(cubic + x2, 1);
  return exp_of_center + thimble_high_multiply(exp_of_center, x + tail);
}

/* e^a for a < 0, Q4.27 to Q0.31: a quarter at most by the polynomial, each bit of the rest by a factor. */
static int32_t exp_of_negative(int32_t a) {
  static const int32_t factors[] = {1672461947, 1302514674, 790015084, 290630308, 39332535, 720401};
  const int32_t quarter = 1 << (FRACTIONAL_BITS - 2);
  const int32_t remainder = (a & (quarter - 1)) - quarter;
  int32_t result = exp_of_remainder(remainder * (1 << INTEGER_BITS));
  for (int32_t bit = 0; bit < 6; bit++) {
    if ((remainder - a) & (quarter << bit)) result = thimble_high_multiply(result, factors[bit]);
  }
  return result;
}

/* 1 / (1 + a) for 0 <= a <= 1 in Q0.31, by three steps of Newton and Raphson. */
static int32_t one_over_one_plus(int32_t a) {
  const int32_t half_denominator = (int32_t)(((int64_t)a + INT32_MAX + 1) >> 1);
  int32_t x = 1515870810 + thimble_high_multiply(half_denominator, -1010580540);
  for (int32_t step = 0; step < 3; step++) {
    const int32_t error = (1 << 29) - thimble_high_multiply(half_denominator, x);
    x += shift_left(thimble_high_multiply(x, error), 2);
  }
  return shift_left(x, 1);
}

/* 1 / (1 + e^-a), Q4.27 to Q0.31. */
static int32_t logistic(int32_t a) {
  if (a == 0) return 1 << 30;
  const int32_t of_magnitude = one_over_one_plus(exp_of_negative(a > 0 ? -a : a));
  return a > 0 ? of_magnitude : INT32_MAX - of_magnitude;
}

/* The stored output, in units of 1/256 less 128, for an input less its zero point. From `radius` on it is saturated. */
static int32_t stored_logistic(int32_t centered, thimble_multiplier factor, int64_t radius) {
  if (centered <= -radius) return INT8_MIN;
  if (centered >= radius) return INT8_MAX;
  const int32_t scaled = thimble_rounding_divide_by_pot(logistic(thimble_requantize(centered, factor)), 23);
  return thimble_clamp(scaled - 128, INT8_MIN, INT8_MAX);
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = input_info(host, node, 0);
  const thimble_multiplier factor = thimble_quantize_multiplier((double)input->scale * (1 << FRACTIONAL_BITS));
  const int64_t most = INT64_C(15) << FRACTIONAL_BITS;
  const int64_t radius = factor.shift < 0 ? most << -factor.shift : factor.shift > 62 ? 0 : most >> factor.shift;
  if (!host->allocate_persistent(host, node, 256)) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t stored = INT8_MIN; stored <= INT8_MAX; stored++) {
    table_of(node)[(uint8_t)stored] = (int8_t)stored_logistic(stored - input->zero_point, factor, radius);
  }
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const uint8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(thimble_output(node, 0));
  for (int32_t i = 0; i < count; i++) output[i] = table_of(node)[input[i]];
  return THIMBLE_OK;
}

static const thimble_kernel logistic_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "logistic_s8",
    .operator_name = "LOGISTIC",
    .types = "int8 -> int8",
    .rounding = THIMBLE_ROUNDING_DOUBLE,
    .exactness = THIMBLE_EXACTNESS_EXACT,
    .in_place = 1,
    .prepare = prepare,
    .invoke = invoke,
};

DEFINE_PACK_OF(logistic_s8);
