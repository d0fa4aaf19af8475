/* What is multiplied at once: up to two rows of inputs, and filters. */
#ifndef ESP32_WINDOW_PAIR_H
#define ESP32_WINDOW_PAIR_H

#include "channels.h"
#include "store.h"

/** Two windows: their inputs in the order of a filter, as the tier lays them, and where their outputs go. */
typedef struct window_pair {
  const void *rows[2];
  int8_t *outputs[2];
} window_pair;

/** Filters one behind the other, each of `length` weights as the tier keeps them. */
typedef struct filter_rows {
  const void *weights;
  int32_t length;
  int32_t count;
  const channel *channels;
} filter_rows;

#endif
