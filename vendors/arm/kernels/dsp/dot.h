/* Two vectors of int8, four elements at a time. */
#ifndef ARM_DSP_DOT_H
#define ARM_DSP_DOT_H

#include "../shared/dsp.h"
#include "../shared/words.h"

static inline int32_t arm_multiply_bytes(uint32_t a, uint32_t b, int32_t sum) {
  return dsp_smlad(dsp_sxtb16_ror8(a), dsp_sxtb16_ror8(b), dsp_smlad(dsp_sxtb16(a), dsp_sxtb16(b), sum));
}

/* `sum` with all products; wraps. */
static inline int32_t arm_dot_s8(const int8_t *a, const int8_t *b, int32_t length, int32_t sum) {
  const int8_t *const end = a + (length & ~3);
  for (; a < end; a += 4, b += 4) sum = arm_multiply_bytes(arm_load_word(a), arm_load_word(b), sum);
  const int32_t rest = length & 3;
  for (int32_t i = 0; i < rest; i++) sum = dsp_smlabb((uint32_t)a[i], (uint32_t)b[i], sum);
  return sum;
}

/* The sum of all elements; wraps. */
static inline int32_t arm_sum_s8(const int8_t *a, int32_t length) {
  const int8_t *const end = a + (length & ~3);
  int32_t sum = 0;
  for (; a < end; a += 4) sum = arm_multiply_bytes(arm_load_word(a), UINT32_C(0x01010101), sum);
  const int32_t rest = length & 3;
  for (int32_t i = 0; i < rest; i++) sum = (int32_t)((uint32_t)sum + (uint32_t)a[i]);
  return sum;
}

#endif
