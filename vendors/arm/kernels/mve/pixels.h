/* All filters of a convolution, four pixels at a time: each pixel a lane. */
#ifndef ARM_MVE_PIXELS_H
#define ARM_MVE_PIXELS_H

#include "../shared/conv.h"
#include "rows.h"

/* Pixels at a time, and windows that wait for their products. */
enum { ARM_PIXELS = ARM_LANES, ARM_WINDOWS = ARM_PIXELS };

/* Bytes of scratch besides windows. */
static inline uint32_t arm_pixels_bytes(int32_t length) {
  (void)length;
  return 0;
}

/* Pixels are taken where they are. */
static inline void arm_take_pixel(void *scratch, int32_t i, const int8_t *from, int32_t length) {
  (void)scratch, (void)i, (void)from, (void)length;
}

/* How the outputs of four pixels are stored. */
typedef struct arm_pixel_lanes {
  arm_lane_outputs outputs;
  /* Where each pixel's is, and which there are. */
  uint32x4_t offsets;
  mve_pred16_t some;
} arm_pixel_lanes;

static inline arm_pixel_lanes arm_pixel_lanes_of(const arm_conv *conv, int32_t count) {
  return (arm_pixel_lanes){arm_lane_outputs_of(&conv->outputs), arm_lane_offsets(conv->channels),
                           vctp32q((uint32_t)count)};
}

/* Stores the outputs of a channel, of sums with their bias. */
static inline void arm_store_pixels(int8_t *output, int32x4_t sums, const arm_channel *channel,
                                    const arm_pixel_lanes *lanes) {
  const arm_factor factor = channel->factor;
  const int32x4_t stored = arm_store_lanes(arm_requantize_lanes(sums, &factor), &lanes->outputs);
  vstrbq_scatter_offset_p_s32(output, lanes->offsets, stored, lanes->some);
}

/* All channels of pixels of up to sixteen elements, which stay in registers. */
static inline void arm_multiply_short_pixels(const arm_conv *conv, const arm_conv_data *data, arm_four_rows pixels,
                                             int8_t *output, int32_t count) {
  const int32_t length = conv->filter_size;
  const arm_pixel_lanes lanes = arm_pixel_lanes_of(conv, count);
  const arm_short_rows rows = arm_load_short_rows(pixels, length);
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels, *const end = channel + conv->channels;
  for (; channel < end; channel++, filter += length, output++) {
    const int32x4_t sums = arm_multiply_short_rows(&rows, filter, length);
    arm_store_pixels(output, vaddq_n_s32(sums, channel->bias), channel, &lanes);
  }
}

/* The same of any pixels. */
static inline void arm_multiply_long_pixels(const arm_conv *conv, const arm_conv_data *data, arm_four_rows pixels,
                                            int8_t *output, int32_t count) {
  const int32_t length = conv->filter_size;
  const arm_pixel_lanes lanes = arm_pixel_lanes_of(conv, count);
  const int8_t *filter = data->filter;
  const arm_channel *channel = data->channels, *const end = channel + conv->channels;
  for (; channel < end; channel++, filter += length, output++) {
    arm_store_pixels(output, arm_multiply_rows(pixels, filter, length, channel->bias), channel, &lanes);
  }
}

/* All channels of `count` pixels, one behind another. */
static inline void arm_multiply_pixels(const arm_conv *conv, const arm_conv_data *data, const int8_t *pixels,
                                       int8_t *output, int32_t count) {
  const arm_four_rows rows = arm_rows_at(pixels, conv->filter_size, count);
  if (conv->filter_size <= ARM_SHORT) arm_multiply_short_pixels(conv, data, rows, output, count);
  else arm_multiply_long_pixels(conv, data, rows, output, count);
}

#endif
