/* Rows of inputs by filters, a product an instruction: both are spread to 16 bits, in steps of four, the rest is 0. */
#ifndef ESP32_MAC16_ROWS_H
#define ESP32_MAC16_ROWS_H

#include <thimble/kit/gather.h>

#include "../shared/window_pair.h"
#include "mac16.h"

enum { MAC16_STEP = 4 };

/** Steps of a row. */
static inline int32_t steps_of(int32_t length) { return length / MAC16_STEP + (length % MAC16_STEP != 0); }

/** From the last on, so that `to` may begin where `from` does. The rest of the last step is 0. */
static inline void spread(const int8_t *from, int32_t length, int16_t *to) {
  for (int32_t i = steps_of(length) * MAC16_STEP; i > length; i--) to[i - 1] = 0;
  for (int32_t i = length; i > 0; i--) to[i - 1] = from[i - 1];
}

/** Bytes of a row of inputs. */
static inline int64_t row_bytes(int32_t length) {
  return (int64_t)steps_of(length) * MAC16_STEP * (int32_t)sizeof(int16_t);
}

/** [prepare, once] A layer's channels as the node's constants, and behind them its filters in 16 bits. */
static inline thimble_status keep_rows(const thimble_host *host, thimble_node *node, const thimble_weights *weights,
                                       int32_t length, int32_t count) {
  const int64_t bytes = row_bytes(length);
  const thimble_channel_weights layout = {length, 1, length};
  if (bytes > INT32_MAX) return THIMBLE_OUT_OF_MEMORY;
  const thimble_status status = keep_channels(host, node, weights, layout, count, bytes * count);
  if (status != THIMBLE_OK || count == 0) return status;
  int8_t *to = (int8_t *)node->constants + kept_weights_offset(count);
  const int8_t *from = weights->filter->data;
  for (int32_t i = 0; i < count; i++, from += length, to += bytes) spread(from, length, (int16_t *)to);
  return THIMBLE_OK;
}

/** `count` filters from `first` on of the layer's `all`. */
static inline filter_rows kept_rows(const thimble_node *node, int32_t length, int32_t all, int32_t first,
                                    int32_t count) {
  const int8_t *weights = (const int8_t *)node->constants + kept_weights_offset(all);
  const channel *channels = node->constants;
  return (filter_rows){weights + first * (int32_t)row_bytes(length), length, count, channels + first};
}

/** Every row is spread, in scratch. */
enum { LAYS_ROWS = 1 };

/** The inputs of a window in the order of a filter; those outside are `padding`. */
static inline void gather_row(const thimble_windows *windows, const thimble_window_cursor *at, const int8_t *input,
                              int32_t depth, int8_t padding, int8_t *row) {
  thimble_gather_window(windows, at, input, depth, padding, row);
}

/** A row as it is multiplied: of the inputs at `from`, which may be the row's own scratch. */
static inline const void *lay_row(const int8_t *from, int32_t length, void *row) {
  spread(from, length, row);
  return row;
}

/* `sum` with the products of two rows of `steps` steps. While two words are multiplied, the next two are loaded. */
static inline uint32_t dot(const int16_t *row, const int16_t *filter, int32_t steps, uint32_t sum) {
  mac16 at;
  if (steps == 0) return sum;
  /* LDINC loads a word behind where the address stands. */
  uintptr_t inputs = (uintptr_t)row - sizeof(uint32_t), weights = (uintptr_t)filter - sizeof(uint32_t);
  mac16_start(&at, sum);
  mac16_ldinc(&at, 0, &inputs);
  mac16_ldinc(&at, 2, &weights);
  mac16_multiply_steps(&at, &inputs, &weights, steps - 1);
  mac16_mula_dd_ldinc(&at, MAC16_LL, 1, &inputs, 0, 2);
  mac16_mula_dd_ldinc(&at, MAC16_HH, 3, &weights, 0, 2);
  mac16_mula_dd(&at, MAC16_LL, 1, 3);
  mac16_mula_dd(&at, MAC16_HH, 1, 3);
  return mac16_sum(&at);
}

/** The outputs of a row. */
static inline void multiply_row(const void *row, const filter_rows *filters, const thimble_output_quantization *q,
                                int8_t *output) {
  const int32_t steps = steps_of(filters->length);
  const int16_t *weights = filters->weights;
  const channel *by = filters->channels;
  const thimble_output_quantization quantization = *q;
  for (int8_t *const end = output + filters->count; output < end; by++, weights += steps * MAC16_STEP)
    *output++ = store_sum(dot(row, weights, steps, by->bias), *by, quantization);
}

/** The outputs of two windows. */
static inline void multiply_pair(const window_pair *pair, const filter_rows *filters,
                                 const thimble_output_quantization *q) {
  for (int32_t i = 0; i < 2; i++) multiply_row(pair->rows[i], filters, q, pair->outputs[i]);
}

#endif
