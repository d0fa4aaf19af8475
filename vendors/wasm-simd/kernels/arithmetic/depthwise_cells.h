#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_CELLS_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_CELLS_H

#include "conv_windows.h"
#include "output_tile.h"

/*
 * Eight channels at a time. Their padded input rows are widened to int16 in scratch, two neighbouring rows interleaved,
 * so that one dot product takes two taps of four channels:
 *
 *   row 2j   column x   a0 a1 ... a7
 *   row 2j+1 column x   b0 b1 ... b7      ->   a0 b0 a1 b1 a2 b2 a3 b3 | a4 b4 ... a7 b7      one cell
 *
 * A window that begins on an odd row meets its taps one row later in the cells: there are two sets of weights, one a
 * parity. Where a window covers only one row of a pair, the other row's weight is 0.
 */

enum {
  CHANNELS = REQUANTIZE_CHANNELS,
  CELL = 2 * CHANNELS,
  PARITIES = 2,
};

typedef struct {
  int32_t bias[CHANNELS];
  requantize_block requantization;
  /* Cells of weights, parity after parity, in the taps' order. */
  int16_t weights[];
} depthwise_block;

/*
 * Cells a window of each parity looks at: `offsets` from its first cell, in int16 elements. The table begins the packed
 * weights (its bytes are plan.packed_table_bytes), and blocks follow (each of plan.group_bytes).
 */
typedef struct {
  int32_t taps[PARITIES];
  int32_t offsets[];
} tap_table;

/* A row of outputs of one block: where it reads, with what, and where it writes. */
typedef struct {
  const int16_t *cells;
  /* Elements between neighbouring outputs. */
  int32_t column_step;
  const int16_t *weights;
  const int32_t *offsets;
  int32_t taps;
  const depthwise_block *block;
  output_tile output;
  int32_t columns;
  const output_range *range;
} output_row;

/* Rows of cells under some rows of the output. */
static inline int32_t pairs_under(const conv_shape *shape, int32_t output_rows) {
  return (input_rows_under(shape, output_rows) + 1) / 2;
}

/* Output channels for each input channel. */
static inline int32_t depth_multiplier(const conv_shape *shape) {
  return shape->output_channels / shape->input_channels;
}

/* One input channel: every output channel is a filter of an ordinary convolution. */
static inline bool is_conv(const conv_params *params) { return params->shape.input_channels == 1; }

#endif
