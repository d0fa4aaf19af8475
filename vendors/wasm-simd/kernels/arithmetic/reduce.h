#ifndef THIMBLE_ARITHMETIC_REDUCE_H
#define THIMBLE_ARITHMETIC_REDUCE_H

#include <thimble/kit/dimensions.h>

/*
 * The way of a reduction over its input, in the input's order: runs of neighbours, rows of runs, and what is around
 * them. First steps go through the input, second steps through the accumulators, one an output: 0 where a dimension is
 * reduced. A run is reduced to one accumulator, or its rows are to a run of accumulators.
 */
typedef struct {
  thimble_dimensions outer;
  thimble_dimension rows;
  thimble_dimension run;
  /* Number of accumulators. */
  int32_t outputs;
  /* Elements that make up one output. */
  int32_t count;
} reduction;

/* `reduced` tells for each dimension whether it is reduced. */
reduction make_reduction(int32_t rank, const int32_t *dims, const uint8_t *reduced);

/* Adds the rows at `input` to the accumulators. */
typedef void (*reduce_rows)(const reduction *shape, const void *input, void *accumulators);

void reduce(const reduction *shape, const void *input, int32_t element_bytes, void *accumulators,
            int32_t accumulator_bytes, reduce_rows f);

/* Sums in int32 (which wrap) of integers, and in double of floats. */
void sum_rows_s8(const reduction *shape, const void *input, void *sums);
void sum_rows_s16(const reduction *shape, const void *input, void *sums);
void sum_rows_f32(const reduction *shape, const void *input, void *sums);

/* Extremes in the element type itself; NaN never wins. */
void max_rows_s8(const reduction *shape, const void *input, void *greatest);
void max_rows_s16(const reduction *shape, const void *input, void *greatest);
void max_rows_f32(const reduction *shape, const void *input, void *greatest);
void min_rows_s8(const reduction *shape, const void *input, void *least);
void min_rows_s16(const reduction *shape, const void *input, void *least);
void min_rows_f32(const reduction *shape, const void *input, void *least);

#endif
