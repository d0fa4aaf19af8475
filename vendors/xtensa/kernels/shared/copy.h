/* Copies and fills, sixteen bytes at a time: PAD, PADV2, RESHAPE and STRIDED_SLICE. */
#ifndef XTENSA_COPY_H
#define XTENSA_COPY_H

#include <thimble/kit/selection.h>

#include "hifi.h"

/* Fewer are moved one by one. */
enum { LEAST_BYTES_OF_A_VECTOR = 3 };

/* Up to fifteen bytes. */
static inline void copy_rest(int8_t *to, const int8_t *from, int32_t count) {
  if (count >= LEAST_BYTES_OF_A_VECTOR) {
    hifi_sav8x8x2(hifi_lav8x8x2(from, count), to, count);
    return;
  }
  for (int32_t i = 0; i < count; i++) hifi_s8(hifi_l8u((const uint8_t *)from + i), to + i);
}

/** Copies bytes between places that do not overlap. */
static inline void copy_run(int8_t *to, const int8_t *from, int32_t count) {
  int32_t i = 0;
  if (count >= 16) {
    hifi_begin_loads();
    hifi_begin_stores();
    for (; count - i >= 16; i += 16) hifi_sa8x8x2(hifi_la8x8x2(from + i), to + i);
  }
  copy_rest(to + i, from + i, count - i);
}

/** thimble_copy_strided by such runs: both pointers are the places of the first element. */
static inline void copy_rows(const thimble_strided_copy *copy, int8_t *to, const int8_t *from) {
  const thimble_dimension rows = copy->rows;
  thimble_walk at = {0};
  do {
    for (int32_t i = 0; i < rows.extent; i++) {
      copy_run(to + at.second + i * rows.second_step, from + at.first + i * rows.first_step, copy->run_bytes);
    }
  } while (thimble_walk_on(&at, &copy->outer));
}

/** Fills `count` bytes with copies of an element of 1, 2 or 4. */
static inline void fill_run(int8_t *to, const int8_t *element, int32_t element_bytes, int32_t count) {
  const hifi_int8x16 lanes = hifi_movda(element, element_bytes);
  int32_t i = 0;
  hifi_begin_stores();
  for (; count - i >= 16; i += 16) hifi_sa8x8x2(lanes, to + i);
  if (i < count) hifi_sav8x8x2(lanes, to + i, count - i);
}

#endif
