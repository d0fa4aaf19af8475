#ifndef THIMBLE_ARITHMETIC_DEPTHWISE_ROWS_OF_THREE_H
#define THIMBLE_ARITHMETIC_DEPTHWISE_ROWS_OF_THREE_H

#include "depthwise_cells.h"

/*
 * Depthwise convolution where a filter's rows are three neighbouring taps and windows are neighbours too: a cell is
 * loaded once for the three windows that see it. Takes rows of at least four columns of eight channels that are
 * requantized in the usual way.
 */
bool has_rows_of_three(const conv_shape *shape);

bool takes_row_of_three(const output_row *row);

void compute_row_of_three(const output_row *row);

#endif
