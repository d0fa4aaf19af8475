#include "dimensions.h"

void add_dimension(dimensions *all, int32_t extent, int32_t first_step, int32_t second_step) {
  if (extent == 0) all->is_empty = 1;
  if (extent == 1 || all->is_empty) return;
  dimension *const outer = all->count > 0 ? &all->list[all->count - 1] : 0;
  const bool joins =
      outer && outer->first_step == first_step * extent && outer->second_step == second_step * extent;
  if (joins) {
    *outer = (dimension){outer->extent * extent, first_step, second_step};
  } else {
    all->list[all->count++] = (dimension){extent, first_step, second_step};
  }
}

dimension take_innermost(dimensions *all) {
  if (all->is_empty) {
    all->count = 0;
    return (dimension){0, 0, 0};
  }
  return all->count == 0 ? (dimension){1, 0, 0} : all->list[--all->count];
}
