/* A vector of int16, its halves in scratch in the order that SXTB16 gives those of the weights, with several rows. */
#ifndef ARM_DSP_ROWS_S16_H
#define ARM_DSP_ROWS_S16_H

#include "rows.h"

enum { ARM_ROWS_S16 = ARM_ROWS };

/* Bytes of scratch for a vector. */
static inline uint32_t arm_row_bytes_s16(int32_t length) { return arm_row_bytes(length); }

/* Elements 0 and 2, then 1 and 3, of four. */
static inline void arm_place_four_s16(uint32_t *to, const int16_t *from) {
  const uint32_t first = arm_load_word((const int8_t *)from), second = arm_load_word((const int8_t *)(from + 2));
  to[0] = dsp_pkhbt(first, second);
  to[1] = dsp_pkhtb(first, second);
}

/* What the products below take a vector as. */
static inline const int16_t *arm_place_row_s16(void *scratch, const int16_t *from, int32_t length) {
  uint32_t *to = scratch;
  int16_t last[4] = {0};
  for (; length >= 4; length -= 4, from += 4, to += 2) arm_place_four_s16(to, from);
  for (int32_t i = 0; i < length; i++) last[i] = from[i];
  if (length > 0) arm_place_four_s16(to, last);
  return scratch;
}

/* The sum of a vector's products with a row. */
static inline int32_t arm_multiply_row_s16(const int16_t *vector, const int8_t *weights, int32_t length) {
  return (int32_t)arm_multiply_row(vector, weights, length);
}

/* Those with ARM_ROWS_S16 rows, `step` apart. */
static inline void arm_multiply_rows_s16(int32_t *sums, const int16_t *vector, const int8_t *weights, int32_t step,
                                         int32_t length) {
  arm_multiply_rows_apart((uint32_t *)sums, vector, weights, step, length);
}

#endif
