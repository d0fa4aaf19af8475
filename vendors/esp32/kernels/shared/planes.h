/*
 * Depthwise convolution with one filter a channel: the rows under a row of windows are copied with their padding, so
 * that each channel runs along them with its weights in registers and no border to look for.
 */
#ifndef ESP32_PLANES_H
#define ESP32_PLANES_H

#include <thimble/kit/copy_bytes.h>
#include <thimble/kit/windows.h>

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
    thimble_fill_bytes(to, padding, size);
    return;
  }
  const int32_t depth = windows->depth, extent = windows->input_width * depth;
  const int32_t before = windows->width.pad_before * depth, room = size - before;
  const int32_t inside = extent < room ? extent : room;
  thimble_fill_bytes(to, padding, before);
  thimble_copy_bytes(to + before, batch + y * extent, inside);
  thimble_fill_bytes(to + before + inside, padding, room - inside);
}

/* A row of three taps; the weights are those of its columns. */
#define ROW_OF_3(row, a, b, c)               \
  sum += (uint32_t)((row)[0] * (a));         \
  sum += (uint32_t)((row)[depth] * (b));     \
  sum += (uint32_t)((row)[2 * depth] * (c)); \
  THIMBLE_KEEP_ORDER()

/** One channel of a row of windows of 3 x 3 taps, from its first input and weight on. */
static void convolve_plane_3x3(const plane_rows *rows, const int8_t *input, const int8_t *weights, channel by,
                               const thimble_output_quantization *q, int8_t *output) {
  const thimble_output_quantization quantization = *q;
  const int32_t depth = rows->depth, step = rows->step;
  const int8_t *const weights1 = weights + 3 * depth, *const weights2 = weights1 + 3 * depth;
  const int32_t w00 = weights[0], w01 = weights[depth], w02 = weights[2 * depth];
  const int32_t w10 = weights1[0], w11 = weights1[depth], w12 = weights1[2 * depth];
  const int32_t w20 = weights2[0], w21 = weights2[depth], w22 = weights2[2 * depth];
  const int8_t *row0 = input, *row1 = row0 + rows->row_size, *row2 = row1 + rows->row_size;
  const int8_t *const end = row0 + rows->count * step;
  for (; row0 < end; row0 += step, row1 += step, row2 += step, output += depth) {
    uint32_t sum = by.bias;
    ROW_OF_3(row0, w00, w01, w02);
    ROW_OF_3(row1, w10, w11, w12);
    ROW_OF_3(row2, w20, w21, w22);
    *output = store_sum(sum, by, quantization);
  }
}

/** One channel of a row of windows of any size. */
static void convolve_plane(const plane_rows *rows, const thimble_windows *windows, const int8_t *input,
                           const int8_t *weights, channel by, const thimble_output_quantization *q, int8_t *output) {
  const int32_t depth = rows->depth, row_taps = windows->width.extent * depth;
  for (int32_t x = 0; x < rows->count; x++, input += rows->step, output += depth) {
    const int8_t *row = input, *weight = weights;
    uint32_t sum = by.bias;
    for (int32_t y = 0; y < windows->height.extent; y++, row += rows->row_size) {
      const int8_t *const end = row + row_taps;
      for (const int8_t *tap = row; tap < end; tap += depth, weight += depth) sum += (uint32_t)(*tap * *weight);
    }
    *output = store_sum(sum, by, *q);
  }
}

#endif
