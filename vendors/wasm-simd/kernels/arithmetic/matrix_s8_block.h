#ifndef THIMBLE_ARITHMETIC_MATRIX_S8_BLOCK_H
#define THIMBLE_ARITHMETIC_MATRIX_S8_BLOCK_H

#include "dot_s8.h"
#include "integers.h"
#include "requantize.h"

/*
 * Packed: for each eight channels one block of constants, then their weights by steps of k, as dot products with a splat
 * step of the left matrix want them. With steps of two:
 *
 *   c0 k0 | c0 k1 | c1 k0 | c1 k1 | ... | c7 k0 | c7 k1      then k2 and k3, and so on
 */
typedef struct {
  int32_t bias[REQUANTIZE_CHANNELS];
  requantize_block requantization;
  dot_weight weights[];
} matrix_block;

enum { CHANNELS = REQUANTIZE_CHANNELS, STEP_WEIGHTS = DOT_LENGTH * CHANNELS, HALF_STEP = STEP_WEIGHTS / 2 };

static inline int32_t steps_of(int32_t length) { return round_up(length, DOT_LENGTH) / DOT_LENGTH; }

static inline int32_t block_bytes(int32_t steps) {
  return (int32_t)sizeof(matrix_block) + steps * STEP_WEIGHTS * (int32_t)sizeof(dot_weight);
}

#endif
