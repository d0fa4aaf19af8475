/* Products of four channels along a row of taps, in plain C. */
#ifndef ARM_PLAIN_TAP_PRODUCTS_H
#define ARM_PLAIN_TAP_PRODUCTS_H

#include "multiply.h"

/* Adds the products of `count` taps; `offset` is added to each input. Sums wrap. */
static inline void arm_add_row_products(int32_t *sums, const int8_t *input, int32_t input_step, const int8_t *weights,
                                        int32_t weight_step, int32_t count, int32_t offset) {
  int32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
  for (; count > 0; count--, input += input_step, weights += weight_step) {
    sum0 = arm_mla(input[0] + offset, weights[0], sum0);
    sum1 = arm_mla(input[1] + offset, weights[1], sum1);
    sum2 = arm_mla(input[2] + offset, weights[2], sum2);
    sum3 = arm_mla(input[3] + offset, weights[3], sum3);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
