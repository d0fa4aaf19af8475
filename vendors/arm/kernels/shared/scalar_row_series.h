/* Series of outputs, each one stored as soon as its sum is known. */
#ifndef ARM_SCALAR_ROW_SERIES_H
#define ARM_SCALAR_ROW_SERIES_H

#include "dot.h"
#include "rows.h"
#include "series.h"

/* Bytes of scratch for vectors of `length` elements and series of `count` outputs. */
static inline uint32_t arm_series_bytes(int32_t length, int32_t count) {
  (void)count;
  return arm_row_bytes(length);
}

/* Products of a vector with `count` rows of weights; `more` is added to each sum. Outputs are `step` apart. */
static inline void arm_multiply_series(const arm_series *by, const int32_t *bias, uint32_t more, int32_t count,
                                       const int8_t *vector, const int8_t *weights, int32_t length, int8_t *output,
                                       int32_t step, void *scratch) {
  const int32_t *const end = bias + count;
  const void *row = arm_place_row(scratch, vector, length);
  for (; end - bias >= ARM_ROWS; bias += ARM_ROWS, weights += ARM_ROWS * length) {
    uint32_t sums[ARM_ROWS];
    arm_multiply_rows(sums, row, weights, length);
    for (int32_t i = 0; i < ARM_ROWS; i++, output += step) *output = arm_store_one(sums[i] + more, bias[i], by);
  }
  for (; bias < end; bias++, weights += length, output += step) {
    *output = arm_store_one(arm_multiply_row(row, weights, length) + more, *bias, by);
  }
}

/* Products of `count` rows, each with its own weights. */
static inline void arm_dot_series(const arm_series *by, const int32_t *bias, int32_t count, const int8_t *rows,
                                  const int8_t *weights, int32_t length, int8_t *output, void *scratch) {
  (void)scratch;
  for (int32_t i = 0; i < count; i++, rows += length, weights += length) {
    *output++ = arm_store_one((uint32_t)arm_dot_s8(rows, weights, length, 0), bias[i], by);
  }
}

#endif
