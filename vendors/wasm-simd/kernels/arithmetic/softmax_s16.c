#include <thimble/kit/requantize.h>
#include <thimble/kit/softmax_tables.h>

#include "softmax.h"

/* A function of an int16 between two entries of its table: linear, half up. */
static int32_t look_up(const int16_t *table, int32_t x) {
  const int32_t index = 256 + (x >> 7);
  const int32_t base = table[index];
  const int32_t slope = (int16_t)(table[index + 1] - base);
  return base + ((slope * (x & 0x7f) + 64) >> 7);
}

/* e^(value - greatest), Q0.15; differences under -10 count as -10. */
static int32_t exponential_of(int32_t difference, thimble_multiplier factor) {
  const int64_t scaled = (int64_t)thimble_requantize(difference, factor) + INT16_MAX;
  const int32_t least = scaled < INT16_MIN ? INT16_MIN : (int32_t)(scaled > INT16_MAX ? INT16_MAX : scaled);
  return look_up(thimble_exponentials_s16, least);
}

/* 1 / sum as a fraction, Q0.15: the sum, Q16.15, is shifted to [1, 2) and looked up less 1. */
static int32_t reciprocal_of(uint32_t sum) {
  const uint32_t shifted = ((sum << (__builtin_clz(sum) - 1)) + (1 << 13)) >> 14;
  return look_up(thimble_reciprocals_s16, thimble_clamp((int32_t)shifted - 0x18000, INT16_MIN, INT16_MAX));
}

void softmax_row_s16(thimble_multiplier factor, const int16_t *input, int16_t *output, int32_t depth) {
  int32_t greatest = INT16_MIN;
  uint32_t sum = 0;
  for (int32_t i = 0; i < depth; i++) greatest = input[i] > greatest ? input[i] : greatest;
  for (int32_t i = 0; i < depth; i++) {
    output[i] = (int16_t)exponential_of(input[i] - greatest, factor);
    sum += (uint32_t)output[i];
  }
  const int32_t scale = reciprocal_of(sum);
  const int32_t shift = 31 - __builtin_clz(sum);
  for (int32_t i = 0; i < depth; i++) {
    output[i] = (int16_t)thimble_clamp((output[i] * scale + (1 << (shift - 1))) >> shift, 0, INT16_MAX);
  }
}
