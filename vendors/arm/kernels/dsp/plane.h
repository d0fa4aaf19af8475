/* Planes of halves: a word holds two neighbouring columns, whose products SMLAD sums. */
#ifndef ARM_DSP_PLANE_H
#define ARM_DSP_PLANE_H

#include "../shared/dsp.h"
#include "../shared/words.h"

/* Channels, and outputs, at a time; what an output reads of rows and columns; bytes of planes to make bands of. */
enum { ARM_PLANES = 4, ARM_OUTPUTS = 2, ARM_REACH = 3, ARM_BAND_BYTES = 8192 };

typedef int16_t arm_element;

/* Each row's taps 0 and 1, and its taps 1 and 2. */
typedef struct arm_taps {
  uint32_t first[3];
  uint32_t last[3];
} arm_taps;

static inline arm_taps arm_taps_of(const int8_t *taps, int32_t step) {
  arm_taps result;
  for (int32_t row = 0; row < 3; row++, taps += 3 * step) {
    result.first[row] = dsp_pkhbt((uint32_t)taps[0], (uint32_t)taps[step]);
    result.last[row] = dsp_pkhbt((uint32_t)taps[step], (uint32_t)taps[2 * step]);
  }
  return result;
}

/* Adds the products of row `row` of the taps to two outputs, one column apart. */
static inline void arm_multiply_near(int32_t sums[2], const arm_element *at, const arm_taps *taps, int32_t row) {
  const uint32_t *words = (const uint32_t *)(const void *)at;
  const uint32_t left = words[0], right = words[1], first = taps->first[row], last = taps->last[row];
  sums[0] = dsp_smlad(left, first, sums[0]);
  sums[1] = dsp_smlatb(left, first, sums[1]);
  sums[0] = dsp_smlabt(right, last, sums[0]);
  sums[1] = dsp_smlad(right, last, sums[1]);
}

/* The same of outputs that are two columns apart. */
static inline void arm_multiply_far(int32_t sums[2], const arm_element *at, const arm_taps *taps, int32_t row) {
  const uint32_t *words = (const uint32_t *)(const void *)at;
  const uint32_t left = words[0], middle = words[1], right = words[2];
  const uint32_t first = taps->first[row], last = taps->last[row];
  sums[0] = dsp_smlad(left, first, sums[0]);
  sums[1] = dsp_smlad(middle, first, sums[1]);
  sums[0] = dsp_smlabt(middle, last, sums[0]);
  sums[1] = dsp_smlabt(right, last, sums[1]);
}

/* Two pixels of four channels, `depth` elements apart, to columns of four planes of `size` elements. */
static inline void arm_place_two(arm_element *to, int32_t size, const int8_t *from, int32_t depth) {
  const uint32_t first = arm_load_word(from), second = arm_load_word(from + depth);
  const uint32_t even0 = dsp_sxtb16(first), odd0 = dsp_sxtb16_ror8(first);
  const uint32_t even1 = dsp_sxtb16(second), odd1 = dsp_sxtb16_ror8(second);
  arm_store_word((int8_t *)to, dsp_pkhbt(even0, even1));
  arm_store_word((int8_t *)(to + size), dsp_pkhbt(odd0, odd1));
  arm_store_word((int8_t *)(to + 2 * size), dsp_pkhtb(even0, even1));
  arm_store_word((int8_t *)(to + 3 * size), dsp_pkhtb(odd0, odd1));
}

#endif
