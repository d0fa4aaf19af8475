/* AVERAGE_POOL_2D and MAX_POOL_2D: blocks of 16 channels of a window. */
#ifndef ESP32_PIE_POOLS_H
#define ESP32_PIE_POOLS_H

#include <thimble/kit/pool.h>

#include "vectors.h"

/** Where the taps of a window are that a block of channels has. */
typedef struct pool_block {
  const int8_t *input;
  int32_t row_step;
  int32_t column_step;
  int32_t rows;
  int32_t columns;
  /** Channels. */
  int32_t count;
  /** An aligned vector for what is not one where it lies. */
  int8_t *buffer;
} pool_block;

/** The block of a window from channel `first` on, whose inputs are at `input`. */
static inline pool_block pool_block_of(const thimble_pool *pool, const thimble_window_cursor *at, const int8_t *input,
                                       int32_t first, int8_t *buffer) {
  return (pool_block){
      .input = input + at->start + first,
      .row_step = pool->windows.row_step,
      .column_step = pool->windows.column_step,
      .rows = at->end_row - at->first_row,
      .columns = at->end_column - at->first_column,
      .count = lanes_from(first, pool->windows.depth),
      .buffer = buffer,
  };
}

/** Computes the outputs of a block. */
typedef void (*pool_function)(const pool_block *block, const thimble_range *range, int8_t *output);

/** [prepare, once] A `thimble_pool` as record, a vector of scratch. */
static inline thimble_status prepare_pool(const thimble_host *host, thimble_node *node) {
  const thimble_status status = host->request_scratch(host, node, PIE_LANES);
  return status == THIMBLE_OK ? thimble_prepare_pool(host, node) : status;
}

/** [invoke] Block after block of each window. */
static inline thimble_status invoke_pool(const thimble_node *node, pool_function f) {
  const thimble_pool *pool = node->data;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *output = thimble_output(node, 0)->data;
  const int32_t depth = pool->windows.depth;
  THIMBLE_FOR_EACH_WINDOW(&pool->windows, at) {
    for (int32_t first = 0; first < depth; first += PIE_LANES) {
      const pool_block block = pool_block_of(pool, &at, input, first, node->scratch);
      f(&block, &pool->range, output + first);
    }
    output += depth;
  }
  return THIMBLE_OK;
}

#endif
