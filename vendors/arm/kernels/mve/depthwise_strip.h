/* A row of a 3x3 depthwise layer's outputs from a strip in scratch, four channels at a time. */
#ifndef ARM_MVE_DEPTHWISE_STRIP_H
#define ARM_MVE_DEPTHWISE_STRIP_H

#include "../shared/depthwise.h"
#include "lanes.h"

enum { ARM_COLUMN_BYTES = ARM_PLANES * ARM_REACH };

/* Columns beside the input. */
static inline int8_t *arm_fill_columns(int8_t *to, int32_t count, int8x16_t padding) {
  const int8x16x4_t column = {{padding, padding, padding, padding}};
  for (; count > 0; count--, to += ARM_COLUMN_BYTES) vst4q_s8(to, column);
  return to;
}

/* A row of the input under a strip; beside the input it stays at the padding. */
typedef struct arm_strip_row {
  const int8_t *from;
  int32_t step;
} arm_strip_row;

/* `count` columns of three rows, of the channels that take part. */
static inline int8_t *arm_place_columns(int8_t *to, const arm_strip_row rows[ARM_TAPS], int32_t count,
                                        mve_pred16_t some) {
  const int8_t *row0 = rows[0].from, *row1 = rows[1].from, *row2 = rows[2].from;
  for (; count > 0; count--, to += ARM_COLUMN_BYTES) {
    const int8x16_t last = vldrbq_z_s8(row2, some);
    const int8x16x4_t column = {{vldrbq_z_s8(row0, some), vldrbq_z_s8(row1, some), last, last}};
    vst4q_s8(to, column);
    row0 += rows[0].step;
    row1 += rows[1].step;
    row2 += rows[2].step;
  }
  return to;
}

/* Lays out the rows from `top` on of up to sixteen channels, from `input` on, the batch's first pixel. */
static inline void arm_place_strip(const arm_depthwise *conv, int8_t *strip, const int8_t *input, int32_t top,
                                   int32_t channels) {
  const thimble_windows *windows = &conv->windows;
  const int32_t before = windows->width.pad_before, most = conv->columns - before;
  const int32_t width = windows->input_width < most ? windows->input_width : most;
  const int8x16_t padding = vdupq_n_s8(conv->padding);
  int8_t beside[ARM_PLANES];
  arm_strip_row rows[ARM_TAPS];
  vstrbq_p_s8(beside, padding, vctp8q(ARM_PLANES));
  for (int32_t i = 0, y = top; i < ARM_TAPS; i++, y++) {
    const int32_t is_inside = y >= 0 && y < windows->input_height;
    rows[i].from = is_inside ? input + y * windows->input_width * windows->depth : beside;
    rows[i].step = is_inside ? windows->depth : 0;
  }
  strip = arm_fill_columns(strip, before, padding);
  strip = arm_place_columns(strip, rows, width, vctp8q((uint32_t)channels));
  arm_fill_columns(strip, most - width, padding);
}

/* The sum of the window of a channel whose first column is at `at`. */
static inline int32_t arm_multiply_window(const int8_t *at, uint32x4_t columns, const int8_t *taps) {
  const int32x4_t window = vldrwq_gather_offset_s32((const int32_t *)(const void *)at, columns);
  return vmladavq_s8(vreinterpretq_s8_s32(window), vldrbq_s8(taps));
}

/* The outputs of `count` channels at one place of a strip. */
static inline void arm_convolve_place(const int8_t *at, const arm_taps *channel_taps, const arm_channel *channels,
                                      int32_t count, const arm_lane_outputs *outputs, int8_t *output) {
  const uint32x4_t columns = arm_lane_offsets(ARM_COLUMN_BYTES);
  const int8_t *taps = channel_taps->taps;
  for (; count > 0; count -= ARM_LANES) {
    const int32x4_t sums = {
        arm_multiply_window(at, columns, taps),
        arm_multiply_window(at + ARM_REACH, columns, taps + 16),
        arm_multiply_window(at + 2 * ARM_REACH, columns, taps + 32),
        arm_multiply_window(at + 3 * ARM_REACH, columns, taps + 48),
    };
    vstrbq_p_s32(output, arm_store_channels(sums, channels, outputs), vctp32q((uint32_t)count));
    at += ARM_LANES * ARM_REACH;
    taps += ARM_LANES * (int32_t)sizeof(arm_taps);
    channels += ARM_LANES;
    output += ARM_LANES;
  }
}

/* The output row `top` of all channels of a batch, which begins at `input` and `output`. */
static void arm_convolve_rows(const arm_depthwise *conv, const arm_depthwise_data *data, const int8_t *input,
                              int8_t *output, int32_t top) {
  const thimble_windows *windows = &conv->windows;
  const arm_lane_outputs outputs = arm_lane_outputs_of(&conv->outputs);
  const int32_t depth = windows->depth, first_row = top * windows->height.stride - windows->height.pad_before;
  const int32_t step = windows->width.stride * ARM_COLUMN_BYTES;
  output += top * windows->width.positions * depth;
  for (int32_t from = 0; from < depth; from += ARM_PLANES) {
    const int32_t channels = depth - from < ARM_PLANES ? depth - from : ARM_PLANES;
    int8_t *to = output + from;
    arm_place_strip(conv, data->planes, input + from, first_row, channels);
    for (int32_t x = 0; x < windows->width.positions; x++, to += depth) {
      arm_convolve_place(data->planes + x * step, data->taps + from, data->channels + from, channels, &outputs, to);
    }
  }
}

#endif
