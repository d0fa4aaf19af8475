/* Planes of bytes. */
#ifndef ARM_PLAIN_PLANE_H
#define ARM_PLAIN_PLANE_H

#include "multiply.h"

/* Channels, and outputs, at a time; what an output reads of rows and columns; bytes of planes to make bands of. */
enum { ARM_PLANES = 4, ARM_OUTPUTS = 2, ARM_REACH = 3, ARM_BAND_BYTES = 8192 };

typedef int8_t arm_element;

typedef struct arm_taps {
  int32_t taps[9];
} arm_taps;

static inline arm_taps arm_taps_of(const int8_t *taps, int32_t step) {
  arm_taps result;
  for (int32_t i = 0; i < 9; i++) result.taps[i] = taps[i * step];
  return result;
}

/* Adds the products of row `row` of the taps to two outputs, `stride` columns apart. */
static inline __attribute__((always_inline)) void arm_multiply_row(int32_t sums[2], const arm_element *at,
                                                                   const arm_taps *taps, int32_t row,
                                                                   int32_t stride) {
  const int32_t *tap = taps->taps + 3 * row;
  const int32_t left = tap[0], middle = tap[1], right = tap[2];
  sums[0] = arm_mla(at[0], left, sums[0]);
  sums[1] = arm_mla(at[stride], left, sums[1]);
  sums[0] = arm_mla(at[1], middle, sums[0]);
  sums[1] = arm_mla(at[stride + 1], middle, sums[1]);
  sums[0] = arm_mla(at[2], right, sums[0]);
  sums[1] = arm_mla(at[stride + 2], right, sums[1]);
}

static inline void arm_multiply_near(int32_t sums[2], const arm_element *at, const arm_taps *taps, int32_t row) {
  arm_multiply_row(sums, at, taps, row, 1);
}

static inline void arm_multiply_far(int32_t sums[2], const arm_element *at, const arm_taps *taps, int32_t row) {
  arm_multiply_row(sums, at, taps, row, 2);
}

/* Two pixels of four channels, `depth` elements apart, to columns of four planes of `size` elements. */
static inline void arm_place_two(arm_element *to, int32_t size, const int8_t *from, int32_t depth) {
  for (int32_t i = 0; i < 4; i++, to += size) {
    to[0] = from[i];
    to[1] = from[i + depth];
  }
}

#endif
