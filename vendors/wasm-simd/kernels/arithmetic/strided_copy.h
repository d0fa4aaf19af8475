#ifndef THIMBLE_ARITHMETIC_STRIDED_COPY_H
#define THIMBLE_ARITHMETIC_STRIDED_COPY_H

#include <thimble/kit/dimensions.h>

/* A copy of elements between places that go on by steps: runs of bytes, rows of runs, and what is around them. */
typedef struct {
  thimble_dimensions outer;
  thimble_dimension rows;
  int32_t run_bytes;
} strided_copy;

/*
 * Lays out a copy of `rank` dimensions. Steps count elements, may be negative, and may be 0 in the source. Elements
 * that follow each other in both are copied as one run.
 */
strided_copy make_strided_copy(int32_t rank, const int32_t *extents, const int32_t *from_steps,
                               const int32_t *to_steps, int32_t element_bytes);

/* Both pointers are the places of the first element. */
void copy_strided(const strided_copy *copy, void *to, const void *from);

/* Copies `count` runs; steps are bytes. */
void copy_runs(int8_t *to, int32_t to_step, const int8_t *from, int32_t from_step, int32_t count, int32_t run_bytes);

#endif
