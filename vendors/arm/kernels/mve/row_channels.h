/* A layer's outputs for a vector, requantized four at a time when all sums are known. */
#ifndef ARM_MVE_ROW_CHANNELS_H
#define ARM_MVE_ROW_CHANNELS_H

#include "../shared/row_channels.h"
#include "rows.h"
#include "sums.h"

/* Bytes of scratch for vectors of `length` elements and layers of `count` channels. */
static inline uint32_t arm_row_channels_bytes(int32_t length, int32_t count) {
  (void)length;
  return (uint32_t)count * (uint32_t)sizeof(int32_t);
}

/* All channels; `more` is added to each sum. */
static inline void arm_multiply_channels(const arm_row_channels *layer, const int8_t *vector, uint32_t more,
                                         int8_t *output, void *scratch) {
  arm_sum_rows(scratch, vector, layer->filter, layer->length, layer->count, (int32_t)more);
  arm_store_sums(scratch, layer->channels, layer->count, layer->outputs, output);
}

#endif
