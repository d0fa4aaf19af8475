/* A vector with several rows of weights, sixteen elements at a time. */
#ifndef ARM_MVE_ROWS_H
#define ARM_MVE_ROWS_H

#include "../shared/row_as_is.h"
#include "dot.h"

/* Four rows of one length. */
typedef struct arm_four_rows {
  const int8_t *at[4];
} arm_four_rows;

/* Rows one behind another; where there are less than four, the last one stands for the others. */
static inline arm_four_rows arm_rows_at(const int8_t *first, int32_t length, int32_t count) {
  const int8_t *second = first + (count > 1 ? length : 0), *third = second + (count > 2 ? length : 0);
  return (arm_four_rows){{first, second, third, third + (count > 3 ? length : 0)}};
}

/* `sum` with the products of a vector with each row. */
static inline __attribute__((always_inline)) int32x4_t arm_multiply_rows(arm_four_rows rows, const int8_t *vector,
                                                                         int32_t length, int32_t sum) {
  const int8_t *row0 = rows.at[0], *row1 = rows.at[1], *row2 = rows.at[2], *row3 = rows.at[3];
  int32_t sum0 = sum, sum1 = sum, sum2 = sum, sum3 = sum;
  for (; length > 0; length -= 16, vector += 16, row0 += 16, row1 += 16, row2 += 16, row3 += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)length);
    const int8x16_t x = vldrbq_z_s8(vector, some);
    sum0 = vmladavaq_p_s8(sum0, x, vldrbq_z_s8(row0, some), some);
    sum1 = vmladavaq_p_s8(sum1, x, vldrbq_z_s8(row1, some), some);
    sum2 = vmladavaq_p_s8(sum2, x, vldrbq_z_s8(row2, some), some);
    sum3 = vmladavaq_p_s8(sum3, x, vldrbq_z_s8(row3, some), some);
  }
  return (int32x4_t){sum0, sum1, sum2, sum3};
}

/* Rows of so few elements that each is a vector. */
enum { ARM_SHORT = 16 };

typedef struct arm_short_rows {
  int8x16_t at[4];
} arm_short_rows;

static inline arm_short_rows arm_load_short_rows(arm_four_rows rows, int32_t length) {
  const mve_pred16_t some = vctp8q((uint32_t)length);
  return (arm_short_rows){{vldrbq_z_s8(rows.at[0], some), vldrbq_z_s8(rows.at[1], some),
                           vldrbq_z_s8(rows.at[2], some), vldrbq_z_s8(rows.at[3], some)}};
}

/* The products of a vector with each of them. */
static inline int32x4_t arm_multiply_short_rows(const arm_short_rows *rows, const int8_t *vector, int32_t length) {
  const int8x16_t x = vldrbq_z_s8(vector, vctp8q((uint32_t)length));
  return (int32x4_t){vmladavq_s8(rows->at[0], x), vmladavq_s8(rows->at[1], x), vmladavq_s8(rows->at[2], x),
                     vmladavq_s8(rows->at[3], x)};
}

/* Stores `more` plus the sum of a vector's products for each of some rows of weights, one behind another. */
static inline void arm_sum_rows(int32_t *sums, const int8_t *vector, const int8_t *weights, int32_t length,
                                int32_t rows, int32_t more) {
  for (; rows >= 4; rows -= 4, sums += 4, weights += 4 * length) {
    vstrwq_s32(sums, arm_multiply_rows(arm_rows_at(weights, length, 4), vector, length, more));
  }
  for (; rows > 0; rows--, weights += length) *sums++ = arm_dot_s8(vector, weights, length, more);
}

#endif
