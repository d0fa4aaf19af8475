/* A window of a depthwise layer, of whose channels up to four are computed at once. */
#ifndef ARM_WINDOW_H
#define ARM_WINDOW_H

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

#endif
