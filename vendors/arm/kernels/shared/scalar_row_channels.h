/* A layer's outputs for a vector, each one stored as soon as its sum is known. */
#ifndef ARM_SCALAR_ROW_CHANNELS_H
#define ARM_SCALAR_ROW_CHANNELS_H

#include "row_channels.h"
#include "rows.h"

/* Bytes of scratch for vectors of `length` elements and layers of `count` channels. */
static inline uint32_t arm_row_channels_bytes(int32_t length, int32_t count) {
  (void)count;
  return arm_row_bytes(length);
}

static inline int8_t arm_store_sum(uint32_t sum, const arm_channel *channel, const arm_outputs *outputs) {
  const int32_t total = (int32_t)(sum + (uint32_t)channel->bias);
  return outputs->is_plain ? arm_store_plain(total, channel) : arm_store(total, channel, outputs);
}

/* All channels; `more` is added to each sum. */
static inline void arm_multiply_channels(const arm_row_channels *layer, const int8_t *vector, uint32_t more,
                                         int8_t *output, void *scratch) {
  const int32_t length = layer->length;
  const int8_t *filter = layer->filter;
  const arm_channel *channel = layer->channels, *const end = channel + layer->count;
  const void *row = arm_place_row(scratch, vector, length);
  for (; end - channel >= ARM_ROWS; channel += ARM_ROWS, output += ARM_ROWS, filter += ARM_ROWS * length) {
    uint32_t sums[ARM_ROWS];
    arm_multiply_rows(sums, row, filter, length);
    for (int32_t i = 0; i < ARM_ROWS; i++) output[i] = arm_store_sum(sums[i] + more, channel + i, layer->outputs);
  }
  for (; channel < end; channel++, output++, filter += length) {
    *output = arm_store_sum(arm_multiply_row(row, filter, length) + more, channel, layer->outputs);
  }
}

#endif
