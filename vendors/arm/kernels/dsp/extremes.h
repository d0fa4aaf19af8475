/* The greater, or the smaller, of two numbers, four a word. */
#ifndef ARM_DSP_EXTREMES_H
#define ARM_DSP_EXTREMES_H

#include "../shared/dsp.h"
#include "../shared/words.h"

enum { ARM_EXTREMES = 4 };

#define ARM_STORE_EXTREMES(name, extreme, beyond)                                                                  \
  static inline void name(const int8_t *a, const int8_t *b, int32_t step, int32_t length, int8_t *output) {        \
    for (; length >= ARM_EXTREMES; length -= ARM_EXTREMES, a += ARM_EXTREMES, b += step, output += ARM_EXTREMES) { \
      arm_store_word(output, extreme(arm_load_word(a), arm_load_word(b)));                                         \
    }                                                                                                              \
    for (int32_t i = 0; i < length; i++) output[i] = a[i] beyond b[i] ? a[i] : b[i];                               \
  }

ARM_STORE_EXTREMES(arm_store_greater, dsp_max_s8, >)
ARM_STORE_EXTREMES(arm_store_smaller, dsp_min_s8, <)

#endif
