/* Output rows of a 3x3 depthwise layer from planes in scratch. */
#ifndef ARM_DEPTHWISE_PLANES_H
#define ARM_DEPTHWISE_PLANES_H

#include "depthwise.h"

/* Fills `count` elements of four planes. */
static void fill_columns(const arm_depthwise *conv, arm_element *to, int32_t size, int32_t count) {
  for (int32_t plane = 0; plane < ARM_PLANES; plane++, to += size) {
    for (int32_t i = 0; i < count; i++) to[i] = conv->padding;
  }
}

/* `count` pixels of a row of `channels` channels, up to four, to the planes. */
static void place_pixels(const arm_depthwise *conv, arm_element *to, int32_t size, const int8_t *from, int32_t count,
                         int32_t channels) {
  const int32_t depth = conv->windows.depth;
  int32_t i = 0;
  if (channels == ARM_PLANES) {
    for (; i + 2 <= count; i += 2, from += 2 * depth, to += 2) arm_place_two(to, size, from, depth);
  }
  for (; i < count; i++, from += depth, to++) {
    for (int32_t plane = 0; plane < channels; plane++) to[plane * size] = from[plane];
  }
}

/* Lays out the input's rows from `top` on, of up to four channels from `input` on, the batch's first pixel. */
static void place_band(const arm_depthwise *conv, arm_element *planes, const int8_t *input, int32_t top,
                       int32_t channels) {
  const thimble_windows *windows = &conv->windows;
  const int32_t size = conv->rows * conv->columns, before = windows->width.pad_before;
  const int32_t most = conv->columns - before, width = windows->input_width < most ? windows->input_width : most;
  for (int32_t y = top; y < top + conv->rows; y++, planes += conv->columns) {
    if (y < 0 || y >= windows->input_height) {
      fill_columns(conv, planes, size, conv->columns);
      continue;
    }
    fill_columns(conv, planes, size, before);
    place_pixels(conv, planes + before, size, input + y * windows->input_width * windows->depth, width, channels);
    fill_columns(conv, planes + before + width, size, most - width);
  }
}

/* A band of one channel's outputs: `rows` rows. */
typedef struct band {
  const arm_element *plane;
  int32_t rows;
  int8_t *output;
} band;

/* The outputs of a band, with the tier's products of a stride and a way to store a sum. */
#define CONVOLVE_BAND(name, multiply, apart, store)                                                                \
  static void name(const arm_depthwise *conv, const band *band, const arm_channel *channel,                        \
                   const arm_taps *channel_taps) {                                                                 \
    const int32_t depth = conv->windows.depth, columns = conv->columns, width = conv->windows.width.positions;     \
    const int32_t row_step = conv->windows.height.stride * columns;                                                \
    const arm_taps taps = *channel_taps;                                                                           \
    const arm_channel by = *channel;                                                                               \
    const arm_element *row = band->plane;                                                                          \
    int8_t *output = band->output;                                                                                 \
    for (int32_t y = 0; y < band->rows; y++, row += row_step) {                                                    \
      const arm_element *at = row;                                                                                 \
      for (int32_t left = width; left > 0; left -= 2, at += 2 * (apart), output += depth) {                        \
        int32_t sums[2] = {by.bias, by.bias};                                                                      \
        multiply(sums, at, &taps, 0);                                                                              \
        multiply(sums, at + columns, &taps, 1);                                                                    \
        multiply(sums, at + 2 * columns, &taps, 2);                                                                \
        *output = store(sums[0]);                                                                                  \
        if (left == 1) continue;                                                                                   \
        output += depth;                                                                                           \
        *output = store(sums[1]);                                                                                  \
      }                                                                                                            \
    }                                                                                                              \
  }

#define STORE_PLAIN(sum) arm_store_plain(sum, &by)
#define STORE_ANY(sum) arm_store(sum, channel, &conv->outputs)

CONVOLVE_BAND(convolve_near, arm_multiply_near, 1, STORE_PLAIN)
CONVOLVE_BAND(convolve_far, arm_multiply_far, 2, STORE_PLAIN)
CONVOLVE_BAND(convolve_near_any, arm_multiply_near, 1, STORE_ANY)
CONVOLVE_BAND(convolve_far_any, arm_multiply_far, 2, STORE_ANY)

static void convolve_band(const arm_depthwise *conv, const band *band, const arm_channel *channel,
                          const arm_taps *taps) {
  const int32_t is_near = conv->windows.width.stride == 1;
  if (conv->outputs.is_plain) (is_near ? convolve_near : convolve_far)(conv, band, channel, taps);
  else (is_near ? convolve_near_any : convolve_far_any)(conv, band, channel, taps);
}

/* Output rows from `top` on of all channels of a batch, which begins at `input` and `output`. */
static void arm_convolve_rows(const arm_depthwise *conv, const arm_depthwise_data *data, const int8_t *input,
                          int8_t *output, int32_t top) {
  const thimble_windows *windows = &conv->windows;
  const int32_t depth = windows->depth, left = windows->height.positions - top;
  const int32_t first_row = top * windows->height.stride - windows->height.pad_before;
  band band = {.rows = left < conv->band ? left : conv->band};
  output += top * windows->width.positions * depth;
  for (int32_t from = 0; from < depth; from += ARM_PLANES) {
    const int32_t channels = depth - from < ARM_PLANES ? depth - from : ARM_PLANES;
    place_band(conv, data->planes, input + from, first_row, channels);
    for (int32_t i = 0; i < channels; i++) {
      band.plane = data->planes + i * conv->rows * conv->columns;
      band.output = output + from + i;
      convolve_band(conv, &band, data->channels + from + i, data->taps + from + i);
    }
  }
}

#endif
