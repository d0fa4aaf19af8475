/* Products of four channels of int16 along a row of taps, in plain C. */
#ifndef ARM_PLAIN_TAP_PRODUCTS_S16_H
#define ARM_PLAIN_TAP_PRODUCTS_S16_H

#include "multiply.h"

/* Adds the products of `count` taps. */
static inline void arm_add_row_products_s16(int32_t *sums, const int16_t *input, int32_t input_step,
                                            const int8_t *weights, int32_t weight_step, int32_t count) {
  int32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
  for (; count > 0; count--, input += input_step, weights += weight_step) {
    sum0 = arm_mla(input[0], weights[0], sum0);
    sum1 = arm_mla(input[1], weights[1], sum1);
    sum2 = arm_mla(input[2], weights[2], sum2);
    sum3 = arm_mla(input[3], weights[3], sum3);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
