/* What a channel of a depthwise convolution runs along. */
#ifndef ESP32_PLANE_ROWS_H
#define ESP32_PLANE_ROWS_H

#include <stdint.h>

/** The rows under a row of windows, channels innermost. */
typedef struct plane_rows {
  const int8_t *first;
  int32_t depth;
  /** Elements from one row of taps to the next. */
  int32_t row_size;
  /** Elements from one window to the next, and the number of windows. */
  int32_t step;
  int32_t count;
} plane_rows;

#endif
