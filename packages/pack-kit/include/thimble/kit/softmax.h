/* SOFTMAX of quantized inputs: exponentials and probabilities in integers, and the prepares. */
#ifndef THIMBLE_KIT_SOFTMAX_H
#define THIMBLE_KIT_SOFTMAX_H

#include <thimble/params.h>

#include "fixed_point.h"
#include "glue.h"
#include "power_of_two.h"
#include "requantize.h"
#include "softmax_tables.h"

/** Integer bits of an int8 difference to the maximum, and of the sum of exponentials. */
enum { THIMBLE_SOFTMAX_DIFFERENCE_BITS = 5, THIMBLE_SOFTMAX_SUM_BITS = 12 };

/** Differences that int8 inputs can have to the greatest one. */
enum { THIMBLE_SOFTMAX_DIFFERENCES = 256 };

/** What brings int8 differences to the greatest input to Q5.26. Those beyond the radius count nothing. */
typedef struct thimble_exponent_scale {
  thimble_multiplier factor;
  int64_t radius;
} thimble_exponent_scale;

/** `unit` is the real unit of a difference, the input's scale times beta. */
static inline thimble_exponent_scale thimble_exponent_scale_of(double unit) {
  const double one = thimble_power_of_two(31 - THIMBLE_SOFTMAX_DIFFERENCE_BITS);
  const double most = thimble_power_of_two(31) - 1;
  const thimble_multiplier factor = thimble_quantize_multiplier(unit * one < most ? unit * one : most);
  const double range = ((1 << THIMBLE_SOFTMAX_DIFFERENCE_BITS) - 1) * one;
  return (thimble_exponent_scale){factor, (int64_t)(range / thimble_power_of_two(factor.shift))};
}

/** e^-difference, Q0.31, of an int8 input that is `difference` less than the greatest. */
static inline int32_t thimble_exponential_of(int32_t difference, const thimble_exponent_scale *scale) {
  if (difference > scale->radius) return 0;
  return thimble_exp_on_negative_values(thimble_requantize(-difference, scale->factor),
                                        THIMBLE_SOFTMAX_DIFFERENCE_BITS);
}

/** What an exponential adds to the sum, Q12.19. It is not negative: half up is half away from zero. */
static inline uint32_t thimble_exponential_term(int32_t exponential) {
  return ((uint32_t)exponential + (1u << (THIMBLE_SOFTMAX_SUM_BITS - 1))) >> THIMBLE_SOFTMAX_SUM_BITS;
}

/** What turns exponentials into probabilities of `bits` bits. */
typedef struct thimble_normalization {
  int64_t inverse;
  int32_t exponent;
  uint32_t half;
} thimble_normalization;

/** Of a sum of exponentials, which is not 0. From sums of 512 on, shifts of int8 are modulo 32: as the reference's. */
static inline thimble_normalization thimble_normalize(uint32_t sum, int32_t bits) {
  const int32_t zeros = __builtin_clz(sum);
  const uint32_t shifted = (sum << zeros) - (UINT32_C(1) << 31);
  const int32_t exponent = (THIMBLE_SOFTMAX_SUM_BITS - zeros + 31 - bits) & 31;
  return (thimble_normalization){thimble_one_over_one_plus((int32_t)shifted), exponent,
                                 (UINT32_C(1) << exponent) >> 1};
}

/** exponential / sum in units of 2^-bits. */
static inline int32_t thimble_probability(int32_t exponential, const thimble_normalization *by) {
  const uint32_t product = (uint32_t)((by->inverse * exponential + (INT64_C(1) << 30)) >> 31);
  return (int32_t)((product + by->half) >> by->exponent);
}

/** A function of an int16 between two entries of its table: linear, half up. */
static inline int32_t thimble_interpolate_s16(const int16_t *table, int32_t x) {
  const int32_t index = 256 + (x >> 7);
  const int32_t base = table[index];
  const int32_t slope = (int16_t)(table[index + 1] - base);
  return base + ((slope * (x & 0x7f) + 64) >> 7);
}

/** e^difference of an int16, Q0.15; differences under -10 count as -10. `factor` brings them to units of 10 / 65535. */
static inline int32_t thimble_exponential_s16(int32_t difference, thimble_multiplier factor) {
  const int64_t scaled = (int64_t)thimble_requantize(difference, factor) + INT16_MAX;
  const int32_t x = scaled < INT16_MIN ? INT16_MIN : (int32_t)(scaled > INT16_MAX ? INT16_MAX : scaled);
  return thimble_interpolate_s16(thimble_exponentials_s16, x);
}

/** 1 / sum as a fraction, Q0.15: the sum, Q16.15 and not 0, is shifted to [1, 2) and looked up less 1. */
static inline int32_t thimble_reciprocal_s16(uint32_t sum) {
  const uint32_t shifted = ((sum << (__builtin_clz(sum) - 1)) + (1 << 13)) >> 14;
  return thimble_interpolate_s16(thimble_reciprocals_s16,
                                 thimble_clamp((int32_t)shifted - 0x18000, INT16_MIN, INT16_MAX));
}

/** Rows of `depth` numbers, each a distribution, and what the type of the input needs. */
typedef struct thimble_softmax {
  int32_t depth;
  int32_t rows;
  /** Of int8. */
  thimble_exponent_scale exponent;
  /** Of int16. */
  thimble_multiplier factor;
  /** Of float32. */
  float beta;
} thimble_softmax;

/**
 * [prepare, once] A `thimble_softmax` as record, and scratch of `element_bytes` for each number of a distribution; 0 is
 * none.
 */
static inline thimble_status thimble_prepare_softmax(const thimble_host *host, thimble_node *node,
                                                     uint32_t element_bytes) {
  const thimble_softmax_params *params = node->params;
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const int32_t count = (int32_t)input->element_count;
  const double unit = (double)params->beta * (double)input->scale;
  const int32_t rows = count == 0 ? 0 : count / params->depth;
  thimble_softmax softmax = {.depth = params->depth, .rows = rows, .beta = params->beta};
  if (thimble_input(node, 0)->type == THIMBLE_TYPE_INT8) softmax.exponent = thimble_exponent_scale_of(unit);
  if (thimble_input(node, 0)->type == THIMBLE_TYPE_INT16)
    softmax.factor = thimble_quantize_multiplier(unit / (10.0 / 65535.0));
  const thimble_status status = thimble_keep_record(host, node, &softmax, sizeof softmax);
  if (status != THIMBLE_OK || element_bytes == 0 || count == 0) return status;
  return host->request_scratch(host, node, (uint32_t)params->depth * element_bytes);
}

/**
 * [prepare, once] A `thimble_softmax` of int8 as record, and as constants the exponential, Q0.31, of each difference that
 * an input can have to the greatest one.
 */
static inline thimble_status thimble_prepare_softmax_table(const thimble_host *host, thimble_node *node) {
  const thimble_status status = thimble_prepare_softmax(host, node, 0);
  if (status != THIMBLE_OK) return status;
  const thimble_softmax *softmax = node->data;
  const uint32_t bytes = THIMBLE_SOFTMAX_DIFFERENCES * (uint32_t)sizeof(int32_t);
  int32_t *exponentials = host->allocate_constants(host, node, bytes);
  if (!exponentials) return THIMBLE_OUT_OF_MEMORY;
  for (int32_t i = 0; i < THIMBLE_SOFTMAX_DIFFERENCES; i++) {
    exponentials[i] = thimble_exponential_of(i, &softmax->exponent);
  }
  return THIMBLE_OK;
}

#endif
