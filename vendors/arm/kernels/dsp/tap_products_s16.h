/* Products of four channels of int16 along a row of taps, with halves of words. */
#ifndef ARM_DSP_TAP_PRODUCTS_S16_H
#define ARM_DSP_TAP_PRODUCTS_S16_H

#include "../shared/dsp.h"
#include "../shared/words.h"

/* Adds the products of `count` taps. */
static inline void arm_add_row_products_s16(int32_t *sums, const int16_t *input, int32_t input_step,
                                            const int8_t *weights, int32_t weight_step, int32_t count) {
  int32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
  for (; count > 0; count--, input += input_step, weights += weight_step) {
    const uint32_t first = arm_load_word((const int8_t *)input), second = arm_load_word((const int8_t *)(input + 2));
    const uint32_t by = arm_load_word(weights), by_even = dsp_sxtb16(by), by_odd = dsp_sxtb16_ror8(by);
    sum0 = dsp_smlabb(first, by_even, sum0);
    sum1 = dsp_smlatb(first, by_odd, sum1);
    sum2 = dsp_smlabt(second, by_even, sum2);
    sum3 = dsp_smlatt(second, by_odd, sum3);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
