#include "strided_copy.h"

#include "copy.h"

/* `bytes` is a constant, so that each run is one load and one store. */
static inline __attribute__((always_inline)) void copy_elements(int8_t *to, int32_t to_step, const int8_t *from,
                                                                int32_t from_step, int32_t count, uint32_t bytes) {
  for (int32_t i = 0; i < count; i++) {
    __builtin_memcpy(to, from, bytes);
    to += to_step;
    from += from_step;
  }
}

void copy_runs(int8_t *to, int32_t to_step, const int8_t *from, int32_t from_step, int32_t count, int32_t run_bytes) {
  switch (run_bytes) {
    case 1:
      return copy_elements(to, to_step, from, from_step, count, 1);
    case 2:
      return copy_elements(to, to_step, from, from_step, count, 2);
    case 4:
      return copy_elements(to, to_step, from, from_step, count, 4);
    case 8:
      return copy_elements(to, to_step, from, from_step, count, 8);
    case 16:
      return copy_elements(to, to_step, from, from_step, count, 16);
  }
  for (int32_t i = 0; i < count; i++) {
    copy_bytes(to, from, run_bytes);
    to += to_step;
    from += from_step;
  }
}

void copy_strided(const thimble_strided_copy *copy, void *to, const void *from) {
  const thimble_dimension *rows = &copy->rows;
  thimble_walk at = {0};
  do {
    copy_runs((int8_t *)to + at.second, rows->second_step, (const int8_t *)from + at.first, rows->first_step,
              rows->extent, copy->run_bytes);
  } while (thimble_walk_on(&at, &copy->outer));
}
