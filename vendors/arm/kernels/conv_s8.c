#include "shared/conv.h"

#include "shared/pair.h"
#include "shared/words.h"

uint32_t arm_conv_scratch_bytes(const arm_conv *conv) {
  return arm_pair_bytes(conv->filter_size) + (uint32_t)conv->filter_size;
}

/* Two channels at two pixels of a layer that is plain. */
static inline void store_plain(const arm_block *sums, const arm_channel *channel, int8_t *output, int32_t step) {
  const arm_channel a = channel[0], b = channel[1];
  output[0] = arm_store_plain(sums->a0, &a);
  output[step] = arm_store_plain(sums->a1, &a);
  output[1] = arm_store_plain(sums->b0, &b);
  output[step + 1] = arm_store_plain(sums->b1, &b);
}

/* All channels of two pixels of a layer that is plain and has an even number of channels. */
static void multiply_plain(const arm_conv *conv, const arm_conv_data *data, int8_t *output) {
  const int32_t length = conv->filter_size, step = conv->channels;
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels;
  for (const arm_channel *const end = channel + step; channel < end; channel += 2) {
    arm_block sums = {channel[0].bias, channel[0].bias, channel[1].bias, channel[1].bias};
    arm_multiply_pair(&sums, data->scratch, filter, length, length);
    store_plain(&sums, channel, output, step);
    filter += 2 * length;
    output += 2;
  }
}

/* All channels of one or two pixels. */
static void multiply_some(const arm_conv *conv, const arm_conv_data *data, int8_t *output, int32_t pixels) {
  const int32_t length = conv->filter_size, step = conv->channels;
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels;
  for (const arm_channel *const end = channel + step; channel < end; channel++) {
    arm_block sums = {channel->bias, channel->bias, 0, 0};
    arm_multiply_pair(&sums, data->scratch, filter, 0, length);
    output[0] = arm_store(sums.a0, channel, &conv->outputs);
    if (pixels > 1) output[step] = arm_store(sums.a1, channel, &conv->outputs);
    filter += length;
    output++;
  }
}

static void multiply_pixels(const arm_conv *conv, const arm_conv_data *data, int8_t *output, int32_t pixels) {
  if (conv->outputs.is_plain && pixels == 2 && conv->channels % 2 == 0) multiply_plain(conv, data, output);
  else multiply_some(conv, data, output, pixels);
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
