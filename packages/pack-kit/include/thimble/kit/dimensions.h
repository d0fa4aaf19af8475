/* Nested dimensions that are walked in two tensors at once, as few as can be. */
#ifndef THIMBLE_KIT_DIMENSIONS_H
#define THIMBLE_KIT_DIMENSIONS_H

#include <stdbool.h>
#include <thimble/types.h>

/** One dimension that is walked: its extent, and how far a step goes in each of two tensors. */
typedef struct thimble_dimension {
  int32_t extent;
  int32_t first_step;
  int32_t second_step;
} thimble_dimension;

/** Nested dimensions, the last one fastest. */
typedef struct thimble_dimensions {
  int32_t count;
  /** Nonzero if an extent is 0: there is nothing to walk. */
  int32_t is_empty;
  thimble_dimension list[THIMBLE_MAX_RANK];
} thimble_dimensions;

/** Where a walk stands. Begins with all 0. */
typedef struct thimble_walk {
  int32_t first;
  int32_t second;
  int32_t index[THIMBLE_MAX_RANK];
} thimble_walk;

/** Adds an innermost dimension. It is joined with the one around it where a longer one can stand for both. */
static inline void thimble_add_dimension(thimble_dimensions *all, int32_t extent, int32_t first_step,
                                         int32_t second_step) {
  if (extent == 0) all->is_empty = 1;
  if (extent == 1 || all->is_empty) return;
  thimble_dimension *const outer = all->count > 0 ? &all->list[all->count - 1] : 0;
  const bool joins =
      outer && outer->first_step == first_step * extent && outer->second_step == second_step * extent;
  if (joins) {
    *outer = (thimble_dimension){outer->extent * extent, first_step, second_step};
  } else {
    all->list[all->count++] = (thimble_dimension){extent, first_step, second_step};
  }
}

/** Takes the innermost dimension off; extent 0 if all is empty, 1 if there is none. */
static inline thimble_dimension thimble_take_innermost(thimble_dimensions *all) {
  if (all->is_empty) {
    all->count = 0;
    return (thimble_dimension){0, 0, 0};
  }
  return all->count == 0 ? (thimble_dimension){1, 0, 0} : all->list[--all->count];
}

/** Goes on to the next position; false behind the last. */
static inline bool thimble_walk_on(thimble_walk *at, const thimble_dimensions *all) {
  for (int32_t i = all->count - 1; i >= 0; i--) {
    const thimble_dimension *d = &all->list[i];
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
