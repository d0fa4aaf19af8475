/* The tier's way to compute up to four channels of a depthwise layer at a window of any taps. */
#ifndef ARM_WINDOW_CHANNELS_H
#define ARM_WINDOW_CHANNELS_H

#include "channels.h"
#include "pool.h"

enum { ARM_WINDOW_CHANNELS = 4 };

/* The taps of a window that lie inside the input. */
typedef struct arm_window {
  arm_pool_taps taps;
  /* From a weight to those of the next column, and of the next row. */
  int32_t filter_column;
  int32_t filter_row;
  /* Added to each input. */
  int32_t offset;
} arm_window;

#if ARM_HAS_MVE
#include "../mve/window_channels.h"
#else
#include "scalar_window_channels.h"
#endif

#endif
