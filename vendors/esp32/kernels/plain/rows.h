/* Rows of inputs by filters in plain C: both are taken where they lie. */
#ifndef ESP32_PLAIN_ROWS_H
#define ESP32_PLAIN_ROWS_H

#include <thimble/kit/gather.h>

#include "multiply_pair.h"
#include "multiply_row.h"

/** [prepare, once] A layer's channels as the node's constants; filters stay where the model has them. */
static inline thimble_status keep_rows(const thimble_host *host, thimble_node *node, const thimble_weights *weights,
                                       int32_t length, int32_t count) {
  return keep_channels(host, node, weights, (thimble_channel_weights){length, 1, length}, count, 0);
}

/** `count` filters from `first` on of the layer's `all`. */
static inline filter_rows kept_rows(const thimble_node *node, int32_t length, int32_t all, int32_t first,
                                    int32_t count) {
  (void)all;
  const int8_t *weights = thimble_input(node, 1)->data;
  return (filter_rows){weights + first * length, length, count, (const channel *)node->constants + first};
}

/** Rows that are not gathered are taken where they lie. */
enum { LAYS_ROWS = 0 };

/** Bytes of a row of inputs. */
static inline int64_t row_bytes(int32_t length) { return length; }

/** The inputs of a window in the order of a filter; those outside are `padding`. */
static inline void gather_row(const thimble_windows *windows, const thimble_window_cursor *at, const int8_t *input,
                              int32_t depth, int8_t padding, int8_t *row) {
  thimble_gather_window(windows, at, input, depth, padding, row);
}

/** A row as it is multiplied: of the inputs at `from`, which may be the row's own scratch. */
static inline const void *lay_row(const int8_t *from, int32_t length, void *row) {
  (void)length, (void)row;
  return from;
}

#endif
