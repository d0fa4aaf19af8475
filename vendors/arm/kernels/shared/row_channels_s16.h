/* A layer's outputs for a vector of int16: sums of 64 bits, put together of blocks that 32 bits hold. */
#ifndef ARM_ROW_CHANNELS_S16_H
#define ARM_ROW_CHANNELS_S16_H

#include <thimble/kit/layer.h>

typedef struct arm_row_channels_s16 {
  const thimble_layer *layer;
  thimble_layer_data data;
  int32_t channels;
  /* Weights of each channel. */
  int32_t length;
} arm_row_channels_s16;

/* Bytes of scratch for vectors of `length` elements. */
uint32_t arm_row_channels_bytes_s16(int32_t length);

/* All channels for `vector`. */
void arm_multiply_channels_s16(const arm_row_channels_s16 *by, const int16_t *vector, int16_t *output, void *scratch);

#endif
