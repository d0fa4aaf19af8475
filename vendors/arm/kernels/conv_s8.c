#include "shared/conv.h"

#include "shared/pair.h"
#include "shared/words.h"

uint32_t arm_conv_scratch_bytes(const arm_conv *conv) {
  return arm_pair_bytes(conv->filter_size) + (uint32_t)conv->filter_size;
}

/* Stores the block of two channels, or the first of them alone, at one or two pixels. */
static inline void store_block(const arm_conv *conv, const arm_block *sums, const arm_channel *channel, int8_t *output,
                               int32_t pixels, int32_t channels) {
  const arm_outputs *outputs = &conv->outputs;
  int8_t *const next = output + conv->channels;
  if (outputs->is_plain && pixels == 2 && channels == 2) {
    output[0] = arm_store_plain(sums->a0, channel);
    next[0] = arm_store_plain(sums->a1, channel);
    output[1] = arm_store_plain(sums->b0, channel + 1);
    next[1] = arm_store_plain(sums->b1, channel + 1);
    return;
  }
  output[0] = arm_store(sums->a0, channel, outputs);
  if (channels == 2) output[1] = arm_store(sums->b0, channel + 1, outputs);
  if (pixels == 1) return;
  next[0] = arm_store(sums->a1, channel, outputs);
  if (channels == 2) next[1] = arm_store(sums->b1, channel + 1, outputs);
}

/* All channels of one or two pixels. */
static void multiply_pixels(const arm_conv *conv, const arm_conv_data *data, int8_t *output, int32_t pixels) {
  const int32_t length = conv->filter_size;
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels;
  for (int32_t left = conv->channels; left > 0; left -= 2) {
    const int32_t channels = left > 1 ? 2 : 1;
    const int32_t a = channel[0].bias, b = channel[channels - 1].bias;
    arm_block sums = {a, a, b, b};
    arm_multiply_pair(&sums, data->scratch, filter, (channels - 1) * length, length);
    store_block(conv, &sums, channel, output, pixels, channels);
    filter += 2 * length;
    channel += 2;
    output += 2;
  }
}

/* The elements under a window; what is beside the input is its zero point. */
static void copy_window(const arm_conv *conv, const thimble_window_cursor *at, const int8_t *input, int8_t *to) {
  const thimble_windows *windows = &conv->windows;
  const int32_t depth = windows->depth, columns = at->end_column - at->first_column;
  const int32_t rows = at->end_row - at->first_row;
  if (rows < windows->height.extent || columns < windows->width.extent)
    __builtin_memset(to, conv->padding, (uint32_t)conv->filter_size);
  to += at->first_row * conv->filter_row + at->first_column * depth;
  const int32_t is_dense = windows->column_step == depth;
  const int32_t runs = is_dense ? 1 : columns, length = is_dense ? columns * depth : depth;
  for (int32_t y = 0; y < rows; y++, input += windows->row_step, to += conv->filter_row) {
    for (int32_t x = 0; x < runs; x++) arm_copy(to + x * depth, input + x * windows->column_step, length);
  }
}

static void convolve_pixels(const arm_conv *conv, const arm_conv_data *data) {
  const int8_t *input = data->input;
  int8_t *output = data->output;
  for (int32_t left = conv->pixels; left > 0; left -= 2) {
    const int32_t pixels = left > 1 ? 2 : 1;
    for (int32_t i = 0; i < pixels; i++, input += conv->filter_size) {
      arm_place_pixel(data->scratch, i, input, conv->filter_size);
    }
    multiply_pixels(conv, data, output, pixels);
    output += 2 * conv->channels;
  }
}

static void convolve_windows(const arm_conv *conv, const arm_conv_data *data) {
  int8_t *const window = (int8_t *)data->scratch + arm_pair_bytes(conv->filter_size);
  int8_t *output = data->output;
  int32_t pixels = 0;
  THIMBLE_FOR_EACH_WINDOW(&conv->windows, at) {
    copy_window(conv, &at, data->input + at.start, window);
    arm_place_pixel(data->scratch, pixels++, window, conv->filter_size);
    if (pixels < 2) continue;
    multiply_pixels(conv, data, output, 2);
    output += 2 * conv->channels;
    pixels = 0;
  }
  if (pixels > 0) multiply_pixels(conv, data, output, pixels);
}

void arm_conv_s8(const arm_conv *conv, const arm_conv_data *data) {
  if (conv->pixels > 0) convolve_pixels(conv, data);
  else convolve_windows(conv, data);
}
