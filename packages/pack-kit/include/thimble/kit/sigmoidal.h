/* LOGISTIC and TANH of quantized inputs: their prepares. */
#ifndef THIMBLE_KIT_SIGMOIDAL_H
#define THIMBLE_KIT_SIGMOIDAL_H

#include "fixed_point.h"
#include "power_of_two.h"
#include "requantize.h"
#include "sigmoid_s16.h"
#include "table.h"

/** A function of fixed-point numbers (fixed_point.h), and the bits and zero point of its int8 output. */
typedef struct thimble_sigmoidal_s8 {
  int32_t (*function)(int32_t a, int32_t integer_bits);
  int32_t fractional_bits;
  int32_t zero_point;
} thimble_sigmoidal_s8;

/** The logistic function, and tanh. */
static const thimble_sigmoidal_s8 thimble_logistic_s8 = {thimble_logistic_fixed_point, 8, INT8_MIN};
static const thimble_sigmoidal_s8 thimble_tanh_s8 = {thimble_tanh_fixed_point, 7, 0};

/** What is in the record of an int16 node. */
typedef struct thimble_sigmoidal_s16 {
  thimble_sigmoid_argument argument;
  int32_t count;
} thimble_sigmoidal_s16;

/* Integer bits of the fixed-point argument: it reaches from -16 to 16. */
enum { THIMBLE_SIGMOIDAL_BITS = 4 };

typedef struct thimble_sigmoidal_quantization {
  const thimble_sigmoidal_s8 *sigmoidal;
  int32_t input_zero_point;
  thimble_multiplier factor;
  /* From here on the output is the least or the greatest int8. */
  int64_t radius;
} thimble_sigmoidal_quantization;

static inline int32_t thimble_sigmoidal_stored(int32_t stored, const void *state) {
  const thimble_sigmoidal_quantization *q = state;
  const int32_t centered = stored - q->input_zero_point;
  if (centered <= -q->radius) return INT8_MIN;
  if (centered >= q->radius) return INT8_MAX;
  const int32_t result = q->sigmoidal->function(thimble_requantize(centered, q->factor), THIMBLE_SIGMOIDAL_BITS);
  const int32_t rounded = thimble_rounding_divide_by_pot(result, 31 - q->sigmoidal->fractional_bits);
  return thimble_clamp(rounded + q->sigmoidal->zero_point, INT8_MIN, INT8_MAX);
}

/** [prepare, once] A table of the function as record. */
static inline thimble_status thimble_prepare_sigmoidal_s8(const thimble_host *host, thimble_node *node,
                                                          const thimble_sigmoidal_s8 *sigmoidal) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const double unit = thimble_power_of_two(31 - THIMBLE_SIGMOIDAL_BITS);
  const thimble_multiplier factor = thimble_quantize_multiplier((double)input->scale * unit);
  const double most = ((1 << THIMBLE_SIGMOIDAL_BITS) - 1) * unit;
  const thimble_sigmoidal_quantization q = {
      .sigmoidal = sigmoidal,
      .input_zero_point = input->zero_point,
      .factor = factor,
      .radius = (int64_t)(most / thimble_power_of_two(factor.shift)),
  };
  return thimble_prepare_table(host, node, thimble_sigmoidal_stored, &q);
}

/* Whether log2 of the scale is within 1/1000 of `power`. */
static inline int thimble_is_power_of_two(double scale, int32_t power) {
  const double ratio = scale / thimble_power_of_two(power);
  return ratio < 1.0006933874625807 && ratio > 0.99930709299045302;
}

/* 15 bits of the scale, or 3 * 2^k for a power of two: 2^12 * 3 stands for 1. */
static inline thimble_sigmoid_argument thimble_sigmoid_argument_of(double scale, int32_t greatest_power) {
  const int32_t power = thimble_nearest_power(scale);
  if (thimble_is_power_of_two(scale, power) && power >= -12 && power + 12 <= greatest_power) {
    return (thimble_sigmoid_argument){3 << (power + 12), 0};
  }
  double factor = scale * 4096 * 3;
  int32_t shift = 0;
  for (; factor <= 32767.0 / 2 && shift <= 30; shift++) factor *= 2;
  /* As the reference's conversion to 32 bits, which wraps. */
  return (thimble_sigmoid_argument){(int32_t)(int64_t)factor, shift};
}

/** [prepare, once] A `thimble_sigmoidal_s16`. Scales 2^-12 * 2^k, k up to greatest_power, count as powers of two. */
static inline thimble_status thimble_prepare_sigmoidal_s16(const thimble_host *host, thimble_node *node,
                                                           int32_t greatest_power) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const thimble_sigmoidal_s16 record = {thimble_sigmoid_argument_of(input->scale, greatest_power),
                                        (int32_t)input->element_count};
  return thimble_keep_record(host, node, &record, sizeof record);
}

/** [prepare, once] LOGISTIC and TANH of int8: a table as record. */
static inline thimble_status thimble_prepare_logistic_s8(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s8(host, node, &thimble_logistic_s8);
}

static inline thimble_status thimble_prepare_tanh_s8(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s8(host, node, &thimble_tanh_s8);
}

/** [prepare, once] LOGISTIC and TANH of int16: a `thimble_sigmoidal_s16` as record. */
static inline thimble_status thimble_prepare_logistic_s16(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s16(host, node, 0);
}

static inline thimble_status thimble_prepare_tanh_s16(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_sigmoidal_s16(host, node, 1);
}

#endif
