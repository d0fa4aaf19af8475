/*
 * Depthwise convolution with one filter a channel: the rows under a row of windows are copied with their padding, so that
 * each channel runs along them with its weights in registers and no border to look for.
 */
#ifndef ESP32_PLANES_H
#define ESP32_PLANES_H

#include <thimble/kit/windows.h>

#include "copy.h"
#include "store.h"

/** The rows under a row of windows, channels innermost. */
typedef struct plane_rows {
  const int8_t *first;
  int32_t depth;
  /** Elements from one row of taps to the next. */
  int32_t row_size;
  /** Elements from one window to the next, and the number of windows. */
  int32_t step;
  int32_t count;
} plane_rows;

/** Elements of a row with its padding, where columns are not dilated. */
static inline int64_t padded_row_size(const thimble_windows *windows) {
  const thimble_window *width = &windows->width;
  return ((int64_t)(width->positions - 1) * width->stride + width->extent) * windows->depth;
}

/** Writes input row `y` of a batch, or padding where there is none. */
static inline void pad_row(const thimble_windows *windows, const int8_t *batch, int32_t y, int8_t padding,
                           int32_t size, int8_t *to) {
  if (y < 0 || y >= windows->input_height) {
    fill_bytes(to, padding, size);
    return;
  }
  const int32_t depth = windows->depth, extent = windows->input_width * depth;
  const int32_t before = windows->width.pad_before * depth, room = size - before;
  const int32_t inside = extent < room ? extent : room;
  fill_bytes(to, padding, before);
  copy_bytes(to + before, batch + y * extent, inside);
  fill_bytes(to + before + inside, padding, room - inside);
}

/** One channel of a row of windows of 3 x 3 taps. */
static inline void convolve_plane_3x3(const plane_rows *rows, const int8_t *weights, const channel *by,
                                      const thimble_output_quantization *q, int32_t c, int8_t *output) {
  const int32_t depth = rows->depth, row_size = rows->row_size, step = rows->step;
  const int8_t *const w0 = weights + c, *const w1 = w0 + 3 * depth, *const w2 = w1 + 3 * depth;
  const int32_t w00 = w0[0], w01 = w0[depth], w02 = w0[2 * depth];
  const int32_t w10 = w1[0], w11 = w1[depth], w12 = w1[2 * depth];
  const int32_t w20 = w2[0], w21 = w2[depth], w22 = w2[2 * depth];
  const int8_t *row0 = rows->first + c, *row1 = row0 + row_size, *row2 = row1 + row_size;
  const int8_t *const end = row0 + rows->count * step;
  for (output += c; row0 < end; row0 += step, row1 += step, row2 += step, output += depth) {
    const int32_t top = row0[0] * w00 + row0[depth] * w01 + row0[2 * depth] * w02;
    const int32_t middle = row1[0] * w10 + row1[depth] * w11 + row1[2 * depth] * w12;
    const int32_t bottom = row2[0] * w20 + row2[depth] * w21 + row2[2 * depth] * w22;
    *output = store_sum(by[c].bias + (uint32_t)top + (uint32_t)middle + (uint32_t)bottom, &by[c], q);
  }
}

/** One channel of a row of windows of any size. */
static inline void convolve_plane(const plane_rows *rows, const thimble_windows *windows, const int8_t *weights,
                                  const channel *by, const thimble_output_quantization *q, int32_t c,
                                  int8_t *output) {
  const int32_t depth = rows->depth, row_taps = windows->width.extent * depth;
  for (int32_t x = 0; x < rows->count; x++) {
    const int8_t *row = rows->first + c + x * rows->step, *weight = weights + c;
    uint32_t sum = by[c].bias;
    for (int32_t y = 0; y < windows->height.extent; y++, row += rows->row_size) {
      const int8_t *const end = row + row_taps;
      for (const int8_t *tap = row; tap < end; tap += depth, weight += depth) sum += (uint32_t)(*tap * *weight);
    }
    output[x * depth + c] = store_sum(sum, &by[c], q);
  }
}

#endif
