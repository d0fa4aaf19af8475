/* Columns of rows, four elements of a column at a time. */
#ifndef ARM_PLAIN_TRANSPOSE_H
#define ARM_PLAIN_TRANSPOSE_H

#include <stdint.h>

/* Rows that a transposed matrix is multiplied with, to be worth it. */
enum { ARM_LEAST_ROWS = 4 };

/* Stores the columns of a matrix one behind another. */
static inline void arm_transpose(int8_t *to, const int8_t *from, int32_t rows, int32_t columns) {
  for (int32_t column = 0; column < columns; column++) {
    const int8_t *at = from + column;
    int32_t left = rows;
    for (; left >= 4; left -= 4, at += 4 * columns, to += 4) {
      to[0] = at[0];
      to[1] = at[columns];
      to[2] = at[2 * columns];
      to[3] = at[3 * columns];
    }
    for (; left > 0; left--, at += columns) *to++ = *at;
  }
}

#endif
