/* Rows of inputs by filters, sixteen products an instruction: both in whole vectors, the filters' rest is 0. */
#ifndef ESP32_PIE_ROWS_H
#define ESP32_PIE_ROWS_H

#include <thimble/kit/copy_bytes.h>
#include <thimble/kit/windows.h>

#include "../shared/window_pair.h"
#include "vectors.h"

/** [prepare, once] A layer's channels as the node's constants, and behind them its filters in whole vectors. */
static inline thimble_status keep_rows(const thimble_host *host, thimble_node *node, const thimble_weights *weights,
                                       int32_t length, int32_t count) {
  const int64_t step = (int64_t)whole_vectors(length) * PIE_LANES;
  const thimble_channel_weights layout = {length, 1, length};
  const thimble_status status = keep_channels(host, node, weights, layout, count, step * count);
  if (status != THIMBLE_OK || count == 0) return status;
  int8_t *to = (int8_t *)node->constants + kept_weights_offset(count);
  const int8_t *from = weights->filter->data;
  for (int32_t i = 0; i < count; i++, from += length, to += step) thimble_copy_bytes(to, from, length);
  return THIMBLE_OK;
}

/** `count` filters from `first` on of the layer's `all`. */
static inline filter_rows kept_rows(const thimble_node *node, int32_t length, int32_t all, int32_t first,
                                    int32_t count) {
  const int8_t *weights = (const int8_t *)node->constants + kept_weights_offset(all);
  const channel *channels = node->constants;
  return (filter_rows){weights + first * whole_vectors(length) * PIE_LANES, length, count, channels + first};
}

/** Also a row that is not gathered may have to be aligned, in scratch. */
enum { LAYS_ROWS = 1 };

/** Bytes of a row of inputs. */
static inline int64_t row_bytes(int32_t length) { return (int64_t)whole_vectors(length) * PIE_LANES; }

/** The inputs of a window in the order of a filter; those outside are `padding`. */
static inline void gather_row(const thimble_windows *windows, const thimble_window_cursor *at, const int8_t *input,
                              int32_t depth, int8_t padding, int8_t *row) {
  const int32_t columns = at->end_column - at->first_column, row_size = windows->width.extent * depth;
  const int32_t is_dense = windows->column_step == depth, runs = is_dense ? 1 : columns;
  const int32_t length = is_dense ? columns * depth : depth;
  if (columns * (at->end_row - at->first_row) != windows->width.extent * windows->height.extent)
    fill_bytes(row, padding, row_size * windows->height.extent);
  const int8_t *from = input + at->start;
  for (int32_t y = at->first_row; y < at->end_row; y++, from += windows->row_step) {
    int8_t *const to = row + y * row_size + at->first_column * depth;
    for (int32_t run = 0; run < runs; run++) copy_bytes(to + run * depth, from + run * windows->column_step, length);
  }
}

/** A row as it is multiplied: of the inputs at `from`, which may be the row's own scratch. */
static inline const void *lay_row(const int8_t *from, int32_t length, void *row) {
  if (from == row || (length % PIE_LANES == 0 && is_aligned(from, PIE_LANES))) return from;
  copy_bytes(row, from, length);
  return row;
}

/* The sum of the products of two rows of vectors. */
static inline int32_t dot(const int8_t *row, const int8_t *filter, int32_t vectors) {
  pie_accx sum = pie_zero_accx();
  if (vectors == 0) return pie_rur_accx_0(sum);
  pie_q x = pie_vld_128(&row, PIE_LANES), w = pie_vld_128(&filter, PIE_LANES);
  for (int32_t i = 1; i < vectors; i++) {
    sum = pie_vmulas_s8_accx_ld(sum, &x, &row, PIE_LANES, x, w);
    w = pie_vld_128(&filter, PIE_LANES);
  }
  return pie_rur_accx_0(pie_vmulas_s8_accx(sum, x, w));
}

/** The outputs of a row. */
static inline void multiply_row(const void *row, const filter_rows *filters, const thimble_output_quantization *q,
                                int8_t *output) {
  const int32_t vectors = whole_vectors(filters->length);
  const int8_t *weights = filters->weights;
  for (int32_t c = 0; c < filters->count; c++, weights += vectors * PIE_LANES)
    store_channel(dot(row, weights, vectors), &filters->channels[c], q, output + c);
}

/** The outputs of two windows. */
static inline void multiply_pair(const window_pair *pair, const filter_rows *filters,
                                 const thimble_output_quantization *q) {
  for (int32_t i = 0; i < 2; i++) multiply_row(pair->rows[i], filters, q, pair->outputs[i]);
}

#endif
