#ifndef THIMBLE_ARITHMETIC_REQUANTIZE_PACK_H
#define THIMBLE_ARITHMETIC_REQUANTIZE_PACK_H

#include <stdint.h>

#include "requantize.h"
#include "weights.h"

/* What packing needs to know of one channel's weights and bias. */
typedef struct {
  /* Bounds of the accumulator over all inputs, taps in the padding included. */
  int64_t lowest;
  int64_t highest;
  /* bias + (input_offset - value_of_zero) * sum of the weights, wrapping: the start of sums over values. */
  uint32_t folded_bias;
} channel_sums;

/* Inputs are multiplied as values, and input 0 as `value_of_zero`. */
channel_sums sum_channel(const weights_view *weights, int32_t channel, int32_t elements, int32_t input_offset,
                         int32_t value_of_zero, int32_t bias);

/* Fills a block for `channels` (1 to 8) channels. */
void pack_requantize_block(requantize_block *block, int32_t channels, const int32_t *multiplier, const int32_t *shift,
                           const channel_sums *sums, const output_range *range);

#endif
