/* A vector of int16 with several rows of weights. */
#ifndef ARM_PLAIN_ROWS_S16_H
#define ARM_PLAIN_ROWS_S16_H

#include "../shared/row_as_is_s16.h"
#include "multiply.h"

enum { ARM_ROWS_S16 = 4 };

/* The sum of a vector's products with a row. */
static inline int32_t arm_multiply_row_s16(const int16_t *vector, const int8_t *weights, int32_t length) {
  int32_t sum = 0;
  for (const int16_t *const end = vector + length; vector < end;) sum = arm_mla(*vector++, *weights++, sum);
  return sum;
}

/* Those with ARM_ROWS_S16 rows, `step` apart. */
static inline void arm_multiply_rows_s16(int32_t *sums, const int16_t *vector, const int8_t *weights, int32_t step,
                                         int32_t length) {
  const int8_t *row0 = weights, *row1 = row0 + step, *row2 = row1 + step, *row3 = row2 + step;
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (const int16_t *const end = vector + length; vector < end;) {
    const int32_t x = *vector++;
    sum0 = arm_mla(x, *row0++, sum0);
    sum1 = arm_mla(x, *row1++, sum1);
    sum2 = arm_mla(x, *row2++, sum2);
    sum3 = arm_mla(x, *row3++, sum3);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
