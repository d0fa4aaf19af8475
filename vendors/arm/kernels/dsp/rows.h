/* A vector, spread to halves in scratch as SXTB16 spreads the weights, with several rows of weights. */
#ifndef ARM_DSP_ROWS_H
#define ARM_DSP_ROWS_H

#include "../shared/dsp.h"
#include "../shared/words.h"

enum { ARM_ROWS = 4 };

/* Bytes of scratch for a vector. */
static inline uint32_t arm_row_bytes(int32_t length) { return ((uint32_t)length + 3) / 4 * 8; }

/* What the products below take a vector as. */
static inline const void *arm_place_row(void *scratch, const int8_t *from, int32_t length) {
  uint32_t *to = scratch;
  const int8_t *const end = from + (length & ~3);
  for (; from < end; from += 4) {
    const uint32_t word = arm_load_word(from);
    *to++ = dsp_sxtb16(word);
    *to++ = dsp_sxtb16_ror8(word);
  }
  if ((length & 3) == 0) return scratch;
  const uint32_t last = arm_load_bytes(from, length & 3);
  to[0] = dsp_sxtb16(last);
  to[1] = dsp_sxtb16_ror8(last);
  return scratch;
}

static inline int32_t arm_multiply_word(uint32_t even, uint32_t odd, uint32_t weights, int32_t sum) {
  return dsp_smlad(odd, dsp_sxtb16_ror8(weights), dsp_smlad(even, dsp_sxtb16(weights), sum));
}

/* The sum of a vector's products with a row. */
static inline uint32_t arm_multiply_row(const void *vector, const int8_t *weights, int32_t length) {
  const uint32_t *inputs = vector;
  const int8_t *const row = weights, *const end = weights + (length & ~3);
  uint32_t even, odd;
  int32_t sum = 0;
  for (; weights < end; weights += 4) {
    dsp_load_two(&inputs, &even, &odd);
    sum = arm_multiply_word(even, odd, arm_load_word(weights), sum);
  }
  if ((length & 3) == 0) return (uint32_t)sum;
  return (uint32_t)arm_multiply_word(inputs[0], inputs[1], arm_load_last(row, length, length & 3), sum);
}

/* Those with ARM_ROWS rows, `step` apart. */
static inline __attribute__((always_inline)) void arm_multiply_rows_apart(uint32_t *sums, const void *vector,
                                                                          const int8_t *weights, int32_t step,
                                                                          int32_t length) {
  const uint32_t *inputs = vector;
  const int8_t *later = weights + 2 * step;
  const int8_t *const row = weights, *const end = weights + (length & ~3);
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  uint32_t even, odd;
  for (; weights < end; weights += 4, later += 4) {
    dsp_load_two(&inputs, &even, &odd);
    sum0 = arm_multiply_word(even, odd, arm_load_word(weights), sum0);
    sum1 = arm_multiply_word(even, odd, arm_load_word(weights + step), sum1);
    sum2 = arm_multiply_word(even, odd, arm_load_word(later), sum2);
    sum3 = arm_multiply_word(even, odd, arm_load_word(later + step), sum3);
  }
  const int32_t rest = length & 3;
  if (rest > 0) {
    sum0 = arm_multiply_word(inputs[0], inputs[1], arm_load_last(row, length, rest), sum0);
    sum1 = arm_multiply_word(inputs[0], inputs[1], arm_load_last(row + step, length, rest), sum1);
    sum2 = arm_multiply_word(inputs[0], inputs[1], arm_load_last(row + 2 * step, length, rest), sum2);
    sum3 = arm_multiply_word(inputs[0], inputs[1], arm_load_last(row + 3 * step, length, rest), sum3);
  }
  sums[0] = (uint32_t)sum0;
  sums[1] = (uint32_t)sum1;
  sums[2] = (uint32_t)sum2;
  sums[3] = (uint32_t)sum3;
}

/* Those with ARM_ROWS rows, one behind another. */
static inline __attribute__((always_inline)) void arm_multiply_rows(uint32_t *sums, const void *vector,
                                                                    const int8_t *weights, int32_t length) {
  arm_multiply_rows_apart(sums, vector, weights, length, length);
}

#endif
