/* Which taps of a window lie inside the input. */
#ifndef THIMBLE_KIT_WINDOW_H
#define THIMBLE_KIT_WINDOW_H

#include <thimble/params.h>

/** Taps first <= tap < end of a window lie inside the input, tap t at input position origin + t * dilation. */
typedef struct thimble_taps {
  int32_t origin;
  int32_t first;
  int32_t end;
} thimble_taps;

/** x / divisor rounded up, both positive. Most windows are not dilated: their taps cost no division. */
static inline int32_t thimble_divide_up(int32_t x, int32_t divisor) {
  return divisor == 1 ? x : (x + divisor - 1) / divisor;
}

/** The taps at a window position; `extent` is the input's. first = end where no tap is inside. */
static inline thimble_taps thimble_taps_at(const thimble_window *window, int32_t position, int32_t extent) {
  const int32_t origin = position * window->stride - window->pad_before;
  const int32_t dilation = window->dilation;
  const int32_t first = origin >= 0 ? 0 : thimble_divide_up(-origin, dilation);
  const int32_t inside = origin >= extent ? 0 : thimble_divide_up(extent - origin, dilation);
  const int32_t end = inside < window->extent ? inside : window->extent;
  thimble_taps taps = {origin, first, end < first ? first : end};
  return taps;
}

#endif
