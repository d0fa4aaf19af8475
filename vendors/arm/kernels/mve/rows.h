/* A vector with several rows of weights, sixteen elements at a time. */
#ifndef ARM_MVE_ROWS_H
#define ARM_MVE_ROWS_H

#include "dot.h"

enum { ARM_ROWS = 4 };

/* Bytes of scratch for a vector. */
static inline uint32_t arm_row_bytes(int32_t length) {
  (void)length;
  return 0;
}

/* What the products below take a vector as. */
static inline const void *arm_place_row(void *scratch, const int8_t *from, int32_t length) {
  (void)scratch, (void)length;
  return from;
}

/* The sum of a vector's products with a row. */
static inline uint32_t arm_multiply_row(const void *vector, const int8_t *weights, int32_t length) {
  return (uint32_t)arm_dot_s8(vector, weights, length, 0);
}

/* Those with ARM_ROWS rows, one behind another. */
static inline __attribute__((always_inline)) void arm_multiply_rows(uint32_t *sums, const void *vector,
                                                                    const int8_t *weights, int32_t length) {
  const int8_t *input = vector, *row0 = weights, *row1 = row0 + length, *row2 = row1 + length, *row3 = row2 + length;
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  for (; length >= 16; length -= 16, input += 16, row0 += 16, row1 += 16, row2 += 16, row3 += 16) {
    const int8x16_t x = vld1q_s8(input);
    sum0 = vmladavaq_s8(sum0, x, vld1q_s8(row0));
    sum1 = vmladavaq_s8(sum1, x, vld1q_s8(row1));
    sum2 = vmladavaq_s8(sum2, x, vld1q_s8(row2));
    sum3 = vmladavaq_s8(sum3, x, vld1q_s8(row3));
  }
  if (length > 0) {
    const mve_pred16_t rest = vctp8q((uint32_t)length);
    const int8x16_t x = vld1q_z_s8(input, rest);
    sum0 = vmladavaq_s8(sum0, x, vld1q_z_s8(row0, rest));
    sum1 = vmladavaq_s8(sum1, x, vld1q_z_s8(row1, rest));
    sum2 = vmladavaq_s8(sum2, x, vld1q_z_s8(row2, rest));
    sum3 = vmladavaq_s8(sum3, x, vld1q_z_s8(row3, rest));
  }
  sums[0] = (uint32_t)sum0;
  sums[1] = (uint32_t)sum1;
  sums[2] = (uint32_t)sum2;
  sums[3] = (uint32_t)sum3;
}

#endif
