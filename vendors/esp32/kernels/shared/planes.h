/*
 * Depthwise convolution with one filter a channel: the rows under a row of windows are copied with their padding, so
 * that each channel runs along them with its weights in registers and no border to look for.
 */
#ifndef ESP32_PLANES_H
#define ESP32_PLANES_H

#include <thimble/kit/copy_bytes.h>
#include <thimble/kit/windows.h>

#include "plane_3x3.h"

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
