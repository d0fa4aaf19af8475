/* The tier's way to multiply a vector with a row of weights for each channel of a layer. */
#ifndef ARM_ROW_CHANNELS_H
#define ARM_ROW_CHANNELS_H

#include "channels.h"

typedef struct arm_row_channels {
  const arm_outputs *outputs;
  const arm_channel *channels;
  int32_t count;
  /* `length` weights for each channel. */
  const int8_t *filter;
  int32_t length;
} arm_row_channels;

#if ARM_HAS_MVE
#include "../mve/row_channels.h"
#else
#include "scalar_row_channels.h"
#endif

#endif
