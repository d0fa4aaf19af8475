/* The taps of a pool's window that lie inside the input. */
#ifndef PORTABLE_POOL_TAPS_H
#define PORTABLE_POOL_TAPS_H

#include <thimble/kit/windows.h>

static inline int32_t taps_inside(const thimble_window_cursor *at) {
  return (at->end_row - at->first_row) * (at->end_column - at->first_column);
}

/* Runs its body with a pointer to each tap of a channel; `first` is the first one. */
#define FOR_EACH_TAP(windows, at, first, tap)                                                                   \
  for (int32_t row = 0, rows = (at).end_row - (at).first_row, columns = (at).end_column - (at).first_column;    \
       row < rows; row++)                                                                                       \
    for (const __typeof__(*(first)) *tap = (first) + row * (windows)->row_step,                                 \
                                    *end = tap + columns * (windows)->column_step;                              \
         tap < end; tap += (windows)->column_step)

#endif
