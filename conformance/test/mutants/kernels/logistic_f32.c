/* LOGISTIC in float32, within the tolerance. */
#include "kernel.h"

/* 2^n for |n| <= 1022: the exponent of a double. */
static double power_of_two(int32_t n) {
  union {
    uint64_t bits;
    double value;
  } number = {(uint64_t)(1023 + n) << 52};
  return number.value;
}

/* e^x for |x| <= 700: x = n ln 2 + r, |r| <= ln 2 / 2, and the Taylor polynomial of e^r. */
static double exp_of(double x) {
  const int32_t n = (int32_t)(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
  const double r = x - n * 0.6931471805599453;
  double sum = 1;
  for (int32_t k = 6; k > 0; k--) sum = 1 + sum * r / k;
  return sum * power_of_two(n);
}

static double logistic(double x) {
  if (x != x) return x;
  const double limited = x < -700 ? -700 : x > 700 ? 700 : x;
  return 1 / (1 + exp_of(-limited));
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const float *input = thimble_input(node, 0)->data;
  float *output = thimble_output(node, 0)->data;
  const int32_t count = thimble_element_count(thimble_output(node, 0));
  for (int32_t i = 0; i < count; i++) output[i] = (float)logistic(input[i]);
  return THIMBLE_OK;
}

static const thimble_kernel logistic_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "logistic_f32",
    .operator_name = "LOGISTIC",
    .types = "float32 -> float32",
    .rounding = THIMBLE_ROUNDING_NONE,
    .exactness = THIMBLE_EXACTNESS_TOLERANCE,
    .in_place = 1,
    .invoke = invoke,
};

DEFINE_PACK_OF(logistic_f32);
