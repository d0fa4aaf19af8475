#include "pool.h"

#include <thimble/kit/window.h>

void pool(const pool_layout *layout, const void *range, const void *input, void *output, int32_t element_bytes,
          pool_function f) {
  const thimble_window *height = &layout->height, *width = &layout->width;
  const int32_t depth = layout->depth, row = layout->input_width * depth;
  const int8_t *image = input;
  int8_t *out = output;
  if (depth == 0) return;
  for (int32_t n = 0; n < layout->batches; n++, image += layout->input_height * row * element_bytes) {
    for (int32_t y = 0; y < height->positions; y++) {
      const thimble_taps down = thimble_taps_at(height, y, layout->input_height);
      const int32_t top = down.origin + down.first * height->dilation;
      for (int32_t x = 0; x < width->positions; x++, out += depth * element_bytes) {
        const thimble_taps across = thimble_taps_at(width, x, layout->input_width);
        const int32_t left = across.origin + across.first * width->dilation;
        const pool_taps taps = {down.end - down.first, across.end - across.first, height->dilation * row,
                                width->dilation * depth, depth};
        f(&taps, range, image + (top * row + left * depth) * element_bytes, out);
      }
    }
  }
}
