#ifndef THIMBLE_ARITHMETIC_REDUCE_H
#define THIMBLE_ARITHMETIC_REDUCE_H

#include <thimble/kit/reduction.h>

/* Sums in int32 (which wrap) of integers, and in double of floats. */
void sum_rows_s8(const thimble_reduction *shape, const void *input, void *sums);
void sum_rows_s16(const thimble_reduction *shape, const void *input, void *sums);
void sum_rows_f32(const thimble_reduction *shape, const void *input, void *sums);

/* Extremes in the element type itself; NaN never wins. */
void max_rows_s8(const thimble_reduction *shape, const void *input, void *greatest);
void max_rows_s16(const thimble_reduction *shape, const void *input, void *greatest);
void max_rows_f32(const thimble_reduction *shape, const void *input, void *greatest);
void min_rows_s8(const thimble_reduction *shape, const void *input, void *least);
void min_rows_s16(const thimble_reduction *shape, const void *input, void *least);
void min_rows_f32(const thimble_reduction *shape, const void *input, void *least);

#endif
