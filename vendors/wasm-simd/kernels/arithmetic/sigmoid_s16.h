#ifndef THIMBLE_ARITHMETIC_SIGMOID_S16_H
#define THIMBLE_ARITHMETIC_SIGMOID_S16_H

#include <stdint.h>

#include "inlined.h"

enum { SIGMOID_TABLE_LENGTH = 256, SIGMOID_TABLE_END = SIGMOID_TABLE_LENGTH - 1 };

/*
 * The logistic function at 0, 1/24, ... 255/24, Q0.16, each entry raised by half the error that interpolation would
 * have in the middle of the interval behind it.
 */
extern const uint16_t sigmoid_table[SIGMOID_TABLE_LENGTH];

/* What brings a stored number to the table's argument: stored * multiplier / 2^shift, half up; 2^12 * 3 is 1. */
typedef struct {
  int32_t multiplier;
  int32_t shift;
} sigmoid_argument;

INLINED int32_t table_argument(int32_t stored, sigmoid_argument by) {
  const uint32_t half = by.shift > 0 ? UINT32_C(1) << (by.shift - 1) : 0;
  return (int32_t)((uint32_t)stored * (uint32_t)by.multiplier + half) >> by.shift;
}

/* The logistic function in units of 2^-15: interpolated at steps of 2^9, mirrored for negatives. */
INLINED int32_t sigmoid_at(int32_t argument) {
  const uint32_t magnitude = argument < 0 ? 0u - (uint32_t)argument : (uint32_t)argument;
  const uint32_t index = magnitude >> 9;
  int32_t result = 0x7fff << 10;
  if (index < SIGMOID_TABLE_END) {
    const int32_t start = sigmoid_table[index];
    result = (start << 9) + (int32_t)(magnitude & 0x1ff) * (sigmoid_table[index + 1] - start);
  }
  return (argument >= 0 ? result + (1 << 9) : (1 << 25) - result + (1 << 9) - 1) >> 10;
}

/* tanh x = 2 logistic(2x) - 1 in units of 2^-15: interpolated at steps of 2^8, mirrored for negatives. */
INLINED int32_t tanh_at(int32_t argument) {
  const uint32_t magnitude = argument < 0 ? 0u - (uint32_t)argument : (uint32_t)argument;
  const uint32_t index = magnitude >> 8;
  int32_t sigmoid = 0xffff << 8;
  if (index < SIGMOID_TABLE_END) {
    const int32_t start = sigmoid_table[index];
    sigmoid = (start << 8) + (int32_t)(magnitude & 0xff) * (sigmoid_table[index + 1] - start);
  }
  const int32_t centered = sigmoid - (1 << 23);
  return (argument >= 0 ? centered + (1 << 7) : -centered + (1 << 7) - 1) >> 8;
}

void logistic_s16_row(sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n);
void tanh_s16_row(sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n);

#endif
