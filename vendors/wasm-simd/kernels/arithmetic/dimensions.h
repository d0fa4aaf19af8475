#ifndef THIMBLE_ARITHMETIC_DIMENSIONS_H
#define THIMBLE_ARITHMETIC_DIMENSIONS_H

#include <stdbool.h>
#include <stdint.h>

enum { MAX_DIMENSIONS = 8 };

/* One dimension that is walked: its extent, and how far a step goes in each of two tensors. */
typedef struct {
  int32_t extent;
  int32_t first_step;
  int32_t second_step;
} dimension;

/* Nested dimensions, the last one fastest. */
typedef struct {
  int32_t count;
  /* Nonzero if an extent is 0: there is nothing to walk. */
  int32_t is_empty;
  dimension list[MAX_DIMENSIONS];
} dimensions;

/* Where a walk stands. Begins with all 0. */
typedef struct {
  int32_t first;
  int32_t second;
  int32_t index[MAX_DIMENSIONS];
} walk;

/* Adds an innermost dimension. It is joined with the one around it where a longer one can stand for both. */
void add_dimension(dimensions *all, int32_t extent, int32_t first_step, int32_t second_step);

/* Takes the innermost dimension off; extent 0 if all is empty, 1 if there is none. */
dimension take_innermost(dimensions *all);

/* Goes on to the next position; false behind the last. */
static inline bool walk_on(walk *at, const dimensions *all) {
  for (int32_t i = all->count - 1; i >= 0; i--) {
    const dimension *d = &all->list[i];
    at->first += d->first_step;
    at->second += d->second_step;
    if (++at->index[i] < d->extent) return true;
    at->index[i] = 0;
    at->first -= d->first_step * d->extent;
    at->second -= d->second_step * d->extent;
  }
  return false;
}

#endif
