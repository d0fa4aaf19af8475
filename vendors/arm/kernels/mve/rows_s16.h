/* A vector of int16 with several rows of weights, eight elements at a time. */
#ifndef ARM_MVE_ROWS_S16_H
#define ARM_MVE_ROWS_S16_H

#include "../shared/mve.h"
#include "../shared/row_as_is_s16.h"

enum { ARM_ROWS_S16 = 4 };

/* The sum of a vector's products with a row. */
static inline int32_t arm_multiply_row_s16(const int16_t *vector, const int8_t *weights, int32_t length) {
  int32_t sum = 0;
  for (; length > 0; length -= 8, vector += 8, weights += 8) {
    const mve_pred16_t some = vctp16q((uint32_t)length);
    sum = vmladavaq_p_s16(sum, vldrhq_z_s16(vector, some), vldrbq_z_s16(weights, some), some);
  }
  return sum;
}

/* Those with ARM_ROWS_S16 rows, `step` apart. */
static inline void arm_multiply_rows_s16(int32_t *sums, const int16_t *vector, const int8_t *weights, int32_t step,
                                         int32_t length) {
  const int8_t *row0 = weights, *row1 = row0 + step, *row2 = row1 + step, *row3 = row2 + step;
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (; length > 0; length -= 8, vector += 8, row0 += 8, row1 += 8, row2 += 8, row3 += 8) {
    const mve_pred16_t some = vctp16q((uint32_t)length);
    const int16x8_t x = vldrhq_z_s16(vector, some);
    sum0 = vmladavaq_p_s16(sum0, x, vldrbq_z_s16(row0, some), some);
    sum1 = vmladavaq_p_s16(sum1, x, vldrbq_z_s16(row1, some), some);
    sum2 = vmladavaq_p_s16(sum2, x, vldrbq_z_s16(row2, some), some);
    sum3 = vmladavaq_p_s16(sum3, x, vldrbq_z_s16(row3, some), some);
  }
  sums[0] = sum0;
  sums[1] = sum1;
  sums[2] = sum2;
  sums[3] = sum3;
}

#endif
