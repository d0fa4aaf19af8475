#include "shared/conv.h"

#include "shared/copy.h"
#include "shared/pixels.h"

uint32_t arm_conv_scratch_bytes(const arm_conv *conv) {
  return arm_pixels_bytes(conv->filter_size) + ARM_WINDOWS * (uint32_t)conv->filter_size;
}

/* Taps of a window that lie inside the input; `start` is the first one's element of the input. */
typedef struct taps_inside {
  thimble_taps rows;
  thimble_taps columns;
  const int8_t *start;
} taps_inside;

/* The elements under a window; what is beside the input is its zero point. */
static void copy_window(const arm_conv *conv, const taps_inside *taps, int8_t *to) {
  const thimble_windows *windows = &conv->windows;
  const int32_t depth = windows->depth, columns = taps->columns.end - taps->columns.first;
  const int32_t rows = taps->rows.end - taps->rows.first;
  const int8_t *from = taps->start;
  if (rows < windows->height.extent || columns < windows->width.extent)
    __builtin_memset(to, conv->padding, (uint32_t)conv->filter_size);
  to += taps->rows.first * conv->filter_row + taps->columns.first * depth;
  const int32_t is_dense = windows->column_step == depth;
  const int32_t runs = is_dense ? 1 : columns, length = is_dense ? columns * depth : depth;
  for (int32_t y = rows; y > 0; y--, from += windows->row_step, to += conv->filter_row) {
    const int8_t *run = from;
    int8_t *tap = to;
    for (int32_t x = runs; x > 0; x--, run += windows->column_step, tap += depth) arm_copy(tap, run, length);
  }
}

static void convolve_pixels(const arm_conv *conv, const arm_conv_data *data) {
  const int8_t *input = data->input;
  int8_t *output = data->output;
  for (int32_t left = conv->pixels; left > 0; left -= ARM_PIXELS) {
    const int32_t count = left < ARM_PIXELS ? left : ARM_PIXELS;
    for (int32_t i = 0; i < count; i++) {
      arm_take_pixel(data->scratch, i, input + i * conv->filter_size, conv->filter_size);
    }
    arm_multiply_pixels(conv, data, input, output, count);
    input += ARM_PIXELS * conv->filter_size;
    output += ARM_PIXELS * conv->channels;
  }
}

/* Windows that were taken up, and where their outputs go. */
typedef struct waiting_windows {
  int8_t *windows;
  int32_t count;
  int8_t *output;
} waiting_windows;

static void multiply_windows(const arm_conv *conv, const arm_conv_data *data, waiting_windows *waiting) {
  if (waiting->count > 0) arm_multiply_pixels(conv, data, waiting->windows, waiting->output, waiting->count);
  waiting->output += waiting->count * conv->channels;
  waiting->count = 0;
}

/* A row of windows over a batch's `input`. */
static void convolve_row(const arm_conv *conv, const arm_conv_data *data, const int8_t *input, int32_t y,
                         waiting_windows *waiting) {
  const thimble_windows *windows = &conv->windows;
  taps_inside taps = {.rows = thimble_taps_at(&windows->height, y, windows->input_height)};
  input += taps.rows.origin * windows->input_width * windows->depth + taps.rows.first * windows->row_step;
  for (int32_t x = 0; x < windows->width.positions; x++) {
    int8_t *const window = waiting->windows + waiting->count % ARM_WINDOWS * conv->filter_size;
    taps.columns = thimble_taps_at(&windows->width, x, windows->input_width);
    taps.start = input + taps.columns.origin * windows->depth + taps.columns.first * windows->column_step;
    copy_window(conv, &taps, window);
    arm_take_pixel(data->scratch, waiting->count++, window, conv->filter_size);
    if (waiting->count == ARM_PIXELS) multiply_windows(conv, data, waiting);
  }
}

static void convolve_windows(const arm_conv *conv, const arm_conv_data *data) {
  const thimble_windows *windows = &conv->windows;
  const int32_t input_size = windows->input_height * windows->input_width * windows->depth;
  waiting_windows waiting = {(int8_t *)data->scratch + arm_pixels_bytes(conv->filter_size), 0, data->output};
  for (int32_t batch = 0; batch < windows->batches; batch++) {
    for (int32_t y = 0; y < windows->height.positions; y++) {
      convolve_row(conv, data, data->input + batch * input_size, y, &waiting);
    }
  }
  multiply_windows(conv, data, &waiting);
}

void arm_conv_s8(const arm_conv *conv, const arm_conv_data *data) {
  if (conv->pixels > 0) convolve_pixels(conv, data);
  else convolve_windows(conv, data);
}
