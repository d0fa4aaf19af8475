#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_CELLS_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_CELLS_H

#include "conv_windows.h"
#include "dot_s8.h"
#include "output_tile.h"

/*
 * Eight channels at a time. Their padded input rows lie in scratch as values, DOT_LENGTH neighbouring rows interleaved,
 * so that one dot product takes as many taps of four channels. With dot products of two:
 *
 *   row 2j   column x   a0 a1 ... a7
 *   row 2j+1 column x   b0 b1 ... b7      ->   a0 b0 a1 b1 a2 b2 a3 b3 | a4 b4 ... a7 b7      one cell
 *
 * The row of its first cells in which a window begins is its phase: there is a set of weights for each. Where a window
 * covers only some rows of a cell, the other rows' weights are 0.
 */

enum {
  CHANNELS = REQUANTIZE_CHANNELS,
  CELL = DOT_LENGTH * CHANNELS,
  HALF_CELL = CELL / 2,
  PHASES = DOT_LENGTH,
};

typedef struct {
  int32_t bias[CHANNELS];
  requantize_block requantization;
  /* Cells of weights, phase after phase, in the taps' order. */
  dot_weight weights[];
} depthwise_block;

/*
 * Cells a window of each phase looks at: `offsets` from its first cell, in elements, phase after phase. The table begins
 * the packed weights (its bytes are plan.packed_table_bytes), and blocks follow (each of plan.group_bytes).
 */
typedef struct {
  int32_t taps[PHASES];
  /* Taps of the phases before. */
  int32_t first[PHASES];
  int32_t offsets[];
} tap_table;

/* A row of outputs of one block: where it reads, with what, and where it writes. */
typedef struct {
  const dot_value *cells;
  /* Elements between neighbouring outputs. */
  int32_t column_step;
  const dot_weight *weights;
  const int32_t *offsets;
  int32_t taps;
  const depthwise_block *block;
  output_tile output;
  int32_t columns;
  const output_range *range;
} output_row;

/* Rows of cells under some rows of the input. */
static inline int32_t cell_rows(int32_t input_rows) { return round_up(input_rows, DOT_LENGTH) / DOT_LENGTH; }

/* Output channels for each input channel. */
static inline int32_t depth_multiplier(const conv_shape *shape) {
  return shape->output_channels / shape->input_channels;
}

/* One input channel: every output channel is a filter of an ordinary convolution. */
static inline bool is_conv(const conv_params *params) { return params->shape.input_channels == 1; }

#endif
