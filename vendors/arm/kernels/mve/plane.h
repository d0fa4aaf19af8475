/* Strips of some channels: for each column, of each channel the bytes of four rows. The fourth one's taps are 0. */
#ifndef ARM_MVE_PLANE_H
#define ARM_MVE_PLANE_H

#include <stdint.h>

/* Channels, and outputs, at a time; what an output reads of rows and columns; a strip is one row of outputs. */
enum { ARM_PLANES = 16, ARM_OUTPUTS = 1, ARM_REACH = 4, ARM_BAND_BYTES = 0 };

typedef int8_t arm_element;

/* Column after column, as a strip has them. */
typedef struct arm_taps {
  int8_t taps[ARM_REACH * ARM_REACH];
} arm_taps;

static inline arm_taps arm_taps_of(const int8_t *taps, int32_t step) {
  arm_taps result = {0};
  for (int32_t i = 0; i < 9; i++) result.taps[i % 3 * ARM_REACH + i / 3] = taps[i * step];
  return result;
}

#endif
