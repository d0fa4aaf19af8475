/* The inputs under a window as one row, in the order of a filter's taps. */
#ifndef THIMBLE_KIT_GATHER_H
#define THIMBLE_KIT_GATHER_H

#include "copy_bytes.h"
#include "windows.h"

/** Copies `columns` taps of `depth` channels each, in one go where they are neighbours in the input too. */
static inline void thimble_gather_taps(const int8_t *from, int32_t step, int32_t depth, int32_t columns, int8_t *to) {
  if (step == depth) {
    thimble_copy_bytes(to, from, columns * depth);
    return;
  }
  for (; columns > 0; columns--, from += step, to += depth) thimble_copy_bytes(to, from, depth);
}

/**
 * Writes `depth` channels of each tap of the window where `at` stands; `input` is the first element's first channel of
 * them. Taps outside the input are `padding`.
 */
static inline void thimble_gather_window(const thimble_windows *windows, const thimble_window_cursor *at,
                                         const int8_t *input, int32_t depth, int8_t padding, int8_t *row) {
  const int32_t columns = at->end_column - at->first_column, rows = at->end_row - at->first_row;
  const int32_t taps = windows->width.extent * windows->height.extent;
  if (columns * rows != taps) thimble_fill_bytes(row, padding, taps * depth);
  const int8_t *from = input + at->start;
  int8_t *to = row + (at->first_row * windows->width.extent + at->first_column) * depth;
  for (int32_t y = 0; y < rows; y++, from += windows->row_step, to += windows->width.extent * depth)
    thimble_gather_taps(from, windows->column_step, depth, columns, to);
}

#endif
