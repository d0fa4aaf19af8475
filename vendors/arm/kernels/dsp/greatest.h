/* The greatest of a row of int8, four elements a word. */
#ifndef ARM_DSP_GREATEST_H
#define ARM_DSP_GREATEST_H

#include "../shared/dsp.h"
#include "../shared/words.h"

static inline int32_t arm_greatest_s8(const int8_t *row, int32_t count) {
  uint32_t words = UINT32_C(0x80808080);
  const int8_t *const end = row + count, *const last = row + (count & ~3);
  for (; row < last; row += 4) words = dsp_max_s8(words, arm_load_word(row));
  for (; row < end; row++) words = dsp_max_s8(words, (uint32_t)(uint8_t)*row | UINT32_C(0x80808000));
  words = dsp_max_s8(words, words >> 16);
  return (int8_t)dsp_max_s8(words, words >> 8);
}

#endif
