/* Products of four channels along a row of taps, channels 0 and 2, and 1 and 3, as halves of a word. */
#ifndef ARM_DSP_TAP_PRODUCTS_H
#define ARM_DSP_TAP_PRODUCTS_H

#include "../shared/dsp.h"
#include "../shared/words.h"

/* Adds the products of `count` taps; `offset` is added to each input. Sums wrap. */
static inline void arm_add_row_products(int32_t *sums, const int8_t *input, int32_t input_step, const int8_t *weights,
                                        int32_t weight_step, int32_t count, int32_t offset) {
  const uint32_t offsets = dsp_pkhbt((uint32_t)offset, (uint32_t)offset);
  int32_t sum0 = sums[0], sum1 = sums[1], sum2 = sums[2], sum3 = sums[3];
  for (; count > 0; count--, input += input_step, weights += weight_step) {
    const uint32_t x = arm_load_word(input), by = arm_load_word(weights);
    const uint32_t even = dsp_sxtab16(offsets, x), odd = dsp_sxtab16_ror8(offsets, x);
    const uint32_t by_even = dsp_sxtb16(by), by_odd = dsp_sxtb16_ror8(by);
    sum0 = dsp_smlabb(even, by_even, sum0);
    sum1 = dsp_smlabb(odd, by_odd, sum1);
    sum2 = dsp_smlatt(even, by_even, sum2);
    sum3 = dsp_smlatt(odd, by_odd, sum3);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
