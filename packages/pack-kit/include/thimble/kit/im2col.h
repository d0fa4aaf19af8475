/* The inputs under a window as one row: convolution as a product of matrices. */
#ifndef THIMBLE_KIT_IM2COL_H
#define THIMBLE_KIT_IM2COL_H

#include "shape.h"
#include "window.h"

/** What stays the same for all positions of a window over an int8 input [N, H, W, C]. */
typedef struct thimble_im2col {
  /** Extents of the input. */
  int32_t dims[4];
  thimble_window height;
  thimble_window width;
  /** Stands for taps outside the input: its zero point. */
  int8_t padding;
} thimble_im2col;

/** Elements of one row: one for each tap and channel. */
static inline int32_t thimble_im2col_row_length(const thimble_im2col *layout) {
  return layout->height.extent * layout->width.extent * layout->dims[3];
}

static inline void thimble_im2col_tap_s8(const thimble_im2col *layout, const int8_t *pixel, int8_t *to) {
  const int32_t depth = layout->dims[3];
  for (int32_t c = 0; c < depth; c++) to[c] = pixel ? pixel[c] : layout->padding;
}

/** Writes the row of the window at [batch, y, x] of the output, in the order [KH, KW, C] of a filter. */
static inline void thimble_im2col_row_s8(const thimble_im2col *layout, const int8_t *input, int32_t batch, int32_t y,
                                         int32_t x, int8_t *row) {
  const thimble_taps rows = thimble_taps_at(&layout->height, y, layout->dims[1]);
  const thimble_taps columns = thimble_taps_at(&layout->width, x, layout->dims[2]);
  for (int32_t i = 0; i < layout->height.extent; i++) {
    const int32_t from_y = rows.origin + i * layout->height.dilation;
    for (int32_t k = 0; k < layout->width.extent; k++, row += layout->dims[3]) {
      const int32_t from_x = columns.origin + k * layout->width.dilation;
      const int32_t is_inside = i >= rows.first && i < rows.end && k >= columns.first && k < columns.end;
      const int32_t at = is_inside ? thimble_offset_4d(layout->dims, batch, from_y, from_x, 0) : 0;
      thimble_im2col_tap_s8(layout, is_inside ? input + at : 0, row);
    }
  }
}

#endif
