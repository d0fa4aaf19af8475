/* All filters of a convolution, two pixels by two channels at a time. */
#ifndef ARM_TWO_PIXELS_H
#define ARM_TWO_PIXELS_H

#include "conv.h"
#include "pair.h"

/* Pixels at a time, and windows that wait to be taken up. */
enum { ARM_PIXELS = 2, ARM_WINDOWS = 1 };

/* Bytes of scratch besides windows. */
static inline uint32_t arm_pixels_bytes(int32_t length) { return arm_pair_bytes(length); }

/* Takes up pixel i. */
static inline void arm_take_pixel(void *scratch, int32_t i, const int8_t *from, int32_t length) {
  arm_place_pixel(scratch, i, from, length);
}

/* Two channels at two pixels of a layer that is plain. */
static inline void arm_store_two(const arm_block *sums, const arm_channel *channel, int8_t *output, int32_t step) {
  const arm_channel a = channel[0], b = channel[1];
  output[0] = arm_store_plain(sums->a0, &a);
  output[step] = arm_store_plain(sums->a1, &a);
  output[1] = arm_store_plain(sums->b0, &b);
  output[step + 1] = arm_store_plain(sums->b1, &b);
}

/* All channels of two pixels of a layer that is plain and has an even number of channels. */
static void arm_multiply_plain(const arm_conv *conv, const arm_conv_data *data, int8_t *output) {
  const int32_t length = conv->filter_size, step = conv->channels;
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels;
  for (const arm_channel *const end = channel + step; channel < end; channel += 2) {
    arm_block sums = {channel[0].bias, channel[0].bias, channel[1].bias, channel[1].bias};
    arm_multiply_pair(&sums, data->scratch, filter, length, length);
    arm_store_two(&sums, channel, output, step);
    filter += 2 * length;
    output += 2;
  }
}

/* All channels of one or two pixels. */
static void arm_multiply_some(const arm_conv *conv, const arm_conv_data *data, int8_t *output,
                                     int32_t count) {
  const int32_t length = conv->filter_size, step = conv->channels;
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels;
  for (const arm_channel *const end = channel + step; channel < end; channel++) {
    arm_block sums = {channel->bias, channel->bias, 0, 0};
    arm_multiply_pair(&sums, data->scratch, filter, 0, length);
    output[0] = arm_store(sums.a0, channel, &conv->outputs);
    if (count > 1) output[step] = arm_store(sums.a1, channel, &conv->outputs);
    filter += length;
    output++;
  }
}

/* All channels of `count` pixels that were taken up. */
static inline void arm_multiply_pixels(const arm_conv *conv, const arm_conv_data *data, const int8_t *pixels,
                                       int8_t *output, int32_t count) {
  (void)pixels;
  if (conv->outputs.is_plain && count == 2 && conv->channels % 2 == 0) arm_multiply_plain(conv, data, output);
  else arm_multiply_some(conv, data, output, count);
}

#endif
