#ifndef THIMBLE_ARITHMETIC_BATCH_MATMUL_H
#define THIMBLE_ARITHMETIC_BATCH_MATMUL_H

#include <thimble/kit/dimensions.h>
#include "store_sums.h"

/* Pairs of matrices x [rows, depth] and y [depth, columns], either of which may be stored transposed. */
typedef struct {
  /* Elements from one pair to the next, in x and in y. */
  thimble_dimensions pairs;
  int32_t rows;
  int32_t columns;
  int32_t depth;
  int32_t is_x_transposed;
  int32_t is_y_transposed;
  /* Of integers: zero points of both, and what becomes of sums. */
  int32_t x_zero_point;
  int32_t y_zero_point;
  thimble_sum_storage storage;
} matrix_pairs;

/* Bytes of scratch that products of matrices of that element size need, aligned to 16. */
int32_t matmul_scratch_bytes(const matrix_pairs *pairs, int32_t element_bytes);

/* The product of each pair, one behind the other. Sums of int16 have 64 bits, and one rounding. */
void batch_matmul_products_s8(const matrix_pairs *pairs, const void *x, const void *y, void *output, void *scratch);
void batch_matmul_products_s16(const matrix_pairs *pairs, const void *x, const void *y, void *output, void *scratch);
void batch_matmul_products_f32(const matrix_pairs *pairs, const void *x, const void *y, void *output, void *scratch);

#endif
