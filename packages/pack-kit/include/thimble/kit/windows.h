/* Windows that move over an input [N, H, W, C], in the order of the output's pixels: convolutions and pools. */
#ifndef THIMBLE_KIT_WINDOWS_H
#define THIMBLE_KIT_WINDOWS_H

#include <stdbool.h>
#include <thimble/tensor.h>

#include "window.h"

typedef struct thimble_windows {
  thimble_window height;
  thimble_window width;
  int32_t batches;
  int32_t input_height;
  int32_t input_width;
  int32_t depth;
  /** Elements of the input between taps that are neighbours in a column, and in a row. */
  int32_t row_step;
  int32_t column_step;
} thimble_windows;

/** Where a window stands. Begins with all 0. */
typedef struct thimble_window_cursor {
  int32_t batch;
  int32_t y;
  int32_t x;
  /** Taps inside the input: rows first_row <= row < end_row, and likewise columns. */
  int32_t first_row;
  int32_t end_row;
  int32_t first_column;
  int32_t end_column;
  /** The input's element under the first tap inside, channel 0. */
  int32_t start;
} thimble_window_cursor;

static inline thimble_windows thimble_windows_of(const thimble_tensor *input, const thimble_window *height,
                                                 const thimble_window *width) {
  const int32_t *dims = input->dims;
  const int32_t is_empty = height->positions == 0 || width->positions == 0;
  return (thimble_windows){
      .height = *height,
      .width = *width,
      .batches = is_empty ? 0 : dims[0],
      .input_height = dims[1],
      .input_width = dims[2],
      .depth = dims[3],
      .row_step = height->dilation * dims[2] * dims[3],
      .column_step = width->dilation * dims[3],
  };
}

/** Looks at the window where the cursor stands; false behind the last. */
static inline bool thimble_look_at_window(const thimble_windows *windows, thimble_window_cursor *at) {
  if (at->batch == windows->batches) return false;
  const thimble_taps rows = thimble_taps_at(&windows->height, at->y, windows->input_height);
  const thimble_taps columns = thimble_taps_at(&windows->width, at->x, windows->input_width);
  const int32_t top = rows.origin + rows.first * windows->height.dilation;
  const int32_t left = columns.origin + columns.first * windows->width.dilation;
  at->first_row = rows.first;
  at->end_row = rows.end;
  at->first_column = columns.first;
  at->end_column = columns.end;
  at->start = ((at->batch * windows->input_height + top) * windows->input_width + left) * windows->depth;
  return true;
}

/** Goes on to the next window. */
static inline void thimble_next_window(const thimble_windows *windows, thimble_window_cursor *at) {
  if (++at->x < windows->width.positions) return;
  at->x = 0;
  if (++at->y < windows->height.positions) return;
  at->y = 0;
  at->batch++;
}

/**
 * Runs its body at each window:
 *
 *     THIMBLE_FOR_EACH_WINDOW(&record->windows, at) output = sum_up(record, &at, input, output);
 */
#define THIMBLE_FOR_EACH_WINDOW(windows, at) \
  for (thimble_window_cursor at = {0}; thimble_look_at_window(windows, &at); thimble_next_window(windows, &at))

#endif
