/* Windows of pools, some channels at a time. */
#ifndef ARM_POOL_H
#define ARM_POOL_H

#include <thimble/kit/pool.h>

enum { ARM_POOL_CHANNELS = 4 };

/* The taps of a window that lie inside the input, and what goes from one to the next of a column, and of a row. */
typedef struct arm_pool_taps {
  int32_t rows;
  int32_t columns;
  int32_t row_step;
  int32_t column_step;
} arm_pool_taps;

static inline arm_pool_taps arm_pool_taps_of(const thimble_windows *windows, const thimble_window_cursor *at) {
  return (arm_pool_taps){at->end_row - at->first_row, at->end_column - at->first_column, windows->row_step,
                         windows->column_step};
}

/* Runs its body with a pointer to each tap of a channel; `first` is the first one. */
#define ARM_EACH_TAP(taps, first, tap)                                                       \
  for (int32_t row = 0; row < (taps)->rows; row++)                                           \
    for (const int8_t *tap = (first) + row * (taps)->row_step,                               \
                      *const tap##_end = tap + (taps)->columns * (taps)->column_step;        \
         tap < tap##_end; tap += (taps)->column_step)

/* [supports] Declines inputs of few channels. */
thimble_status arm_supports_pool(const thimble_host *host, const thimble_node *node);

#endif
