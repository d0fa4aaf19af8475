/* A vector with several rows of weights. */
#ifndef ARM_PLAIN_ROWS_H
#define ARM_PLAIN_ROWS_H

#include "../shared/row_as_is.h"
#include "multiply.h"

enum { ARM_ROWS = 4 };

/* The sum of a vector's products with a row. */
static inline uint32_t arm_multiply_row(const void *vector, const int8_t *weights, int32_t length) {
  const int8_t *input = vector;
  uint32_t sum = 0;
  for (const int8_t *const end = input + length; input < end;) sum += (uint32_t)(*input++ * *weights++);
  return sum;
}

/* Adds the products of one input with an element of each row. */
#define ARM_MULTIPLY_ELEMENT(i)              \
  do {                                       \
    const int32_t x = input[i];              \
    sum0 = arm_mla(x, row0[i], sum0);        \
    sum1 = arm_mla(x, row1[i], sum1);        \
    sum2 = arm_mla(x, row2[i], sum2);        \
    sum3 = arm_mla(x, row3[i], sum3);        \
  } while (0)

/* Those with ARM_ROWS rows, one behind another. */
static inline __attribute__((always_inline)) void arm_multiply_rows(uint32_t *sums, const void *vector,
                                                                    const int8_t *weights, int32_t length) {
  const int8_t *input = vector, *row0 = weights, *row1 = row0 + length, *row2 = row1 + length, *row3 = row2 + length;
  int32_t sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
  const int8_t *const last = input + (length & ~3), *const end = input + length;
  for (; input < last; input += 4, row0 += 4, row1 += 4, row2 += 4, row3 += 4) {
    ARM_MULTIPLY_ELEMENT(0);
    ARM_MULTIPLY_ELEMENT(1);
    ARM_MULTIPLY_ELEMENT(2);
    ARM_MULTIPLY_ELEMENT(3);
  }
  for (; input < end; input++, row0++, row1++, row2++, row3++) ARM_MULTIPLY_ELEMENT(0);
  sums[0] = (uint32_t)sum0;
  sums[1] = (uint32_t)sum1;
  sums[2] = (uint32_t)sum2;
  sums[3] = (uint32_t)sum3;
}

#endif
