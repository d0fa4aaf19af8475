/* One channel of a 3 x 3 depthwise convolution in plain C. */
#ifndef ESP32_PLAIN_PLANE_3X3_H
#define ESP32_PLAIN_PLANE_3X3_H

#include <thimble/kit/copy_bytes.h>

#include "../shared/plane_rows.h"
#include "../shared/store.h"

/** Rows are multiplied as they were copied. */
static inline void lay_planes(int8_t *rows, int32_t size) { (void)rows, (void)size; }

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

#endif
