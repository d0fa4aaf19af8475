/* Columns of rows, four at a time. */
#ifndef ARM_MVE_TRANSPOSE_H
#define ARM_MVE_TRANSPOSE_H

#include "lanes.h"

/* Rows that a transposed matrix is multiplied with, to be worth it. */
enum { ARM_LEAST_ROWS = 1 };

/* Stores the columns of a matrix one behind another. */
static inline void arm_transpose(int8_t *to, const int8_t *from, int32_t rows, int32_t columns) {
  const uint32x4_t offsets = arm_lane_offsets(rows);
  for (int32_t left = columns; left > 0; left -= ARM_LANES, from += ARM_LANES, to += ARM_LANES * rows) {
    const mve_pred16_t some = vctp32q((uint32_t)left);
    const int8_t *at = from;
    for (int32_t row = 0; row < rows; row++, at += columns) {
      vstrbq_scatter_offset_p_s32(to + row, offsets, vldrbq_z_s32(at, some), some);
    }
  }
}

#endif
