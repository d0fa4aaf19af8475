/*
 * Two pixels at once with the DSP extension. Their inputs are spread to halves in scratch, four elements of one pixel
 * after four of the other: elements 0 and 2, then 1 and 3, as SXTB16 gives those of the weights.
 */
#ifndef ARM_DSP_PAIR_H
#define ARM_DSP_PAIR_H

#include "../shared/dsp.h"
#include "../shared/words.h"

/* Bytes of scratch for two pixels of `length` elements. */
static inline uint32_t arm_pair_bytes(int32_t length) { return ((uint32_t)length + 3) / 4 * 16; }

/* Puts a pixel, 0 or 1, into a pair. */
static inline void arm_place_pixel(void *pair, int32_t pixel, const int8_t *from, int32_t length) {
  uint32_t *to = (uint32_t *)pair + 2 * pixel;
  const int8_t *const end = from + (length & ~3);
  for (; from < end; from += 4, to += 4) {
    const uint32_t word = arm_load_word(from);
    to[0] = dsp_sxtb16(word);
    to[1] = dsp_sxtb16_ror8(word);
  }
  if ((length & 3) == 0) return;
  const uint32_t last = arm_load_bytes(from, length & 3);
  to[0] = dsp_sxtb16(last);
  to[1] = dsp_sxtb16_ror8(last);
}

/* Sums of two channels, a and b, at two pixels. */
typedef struct arm_block {
  int32_t a0, a1, b0, b1;
} arm_block;

/* Adds the products of four weights of each channel; goes on behind the inputs. */
static inline void arm_multiply_words(arm_block *sums, const uint32_t **inputs, uint32_t a, uint32_t b) {
  uint32_t even, odd;
  dsp_load_two(inputs, &even, &odd);
  const uint32_t even_a = dsp_sxtb16(a), odd_a = dsp_sxtb16_ror8(a);
  sums->a0 = dsp_smlad(even, even_a, sums->a0);
  sums->a0 = dsp_smlad(odd, odd_a, sums->a0);
  const uint32_t even_b = dsp_sxtb16(b), odd_b = dsp_sxtb16_ror8(b);
  sums->b0 = dsp_smlad(even, even_b, sums->b0);
  sums->b0 = dsp_smlad(odd, odd_b, sums->b0);
  dsp_load_two(inputs, &even, &odd);
  sums->a1 = dsp_smlad(even, even_a, sums->a1);
  sums->b1 = dsp_smlad(even, even_b, sums->b1);
  sums->a1 = dsp_smlad(odd, odd_a, sums->a1);
  sums->b1 = dsp_smlad(odd, odd_b, sums->b1);
}

/* Adds the products of two filters of `length` weights, the second `step` behind the first, with a pair. */
static inline __attribute__((always_inline)) void arm_multiply_pair(arm_block *sums, const void *pair,
                                                                    const int8_t *weights, int32_t step,
                                                                    int32_t length) {
  const uint32_t *inputs = pair;
  const int8_t *const filter = weights, *const end = weights + (length & ~7);
  while (weights < end) {
    arm_multiply_words(sums, &inputs, arm_load_word(weights), arm_load_word(weights + step));
    weights += 4;
    arm_multiply_words(sums, &inputs, arm_load_word(weights), arm_load_word(weights + step));
    weights += 4;
  }
  if (length & 4) arm_multiply_words(sums, &inputs, arm_load_word(weights), arm_load_word(weights + step));
  const int32_t rest = length & 3;
  if (rest == 0) return;
  arm_multiply_words(sums, &inputs, arm_load_last(filter, length, rest), arm_load_last(filter + step, length, rest));
}

#endif
