#include <thimble/kit/softmax.h>

#include "softmax.h"

void softmax_row_s16(thimble_multiplier factor, const int16_t *input, int16_t *output, int32_t depth) {
  int32_t greatest = INT16_MIN;
  uint32_t sum = 0;
  for (int32_t i = 0; i < depth; i++) greatest = input[i] > greatest ? input[i] : greatest;
  for (int32_t i = 0; i < depth; i++) {
    output[i] = (int16_t)thimble_exponential_s16(input[i] - greatest, factor);
    sum += (uint32_t)output[i];
  }
  const int32_t scale = thimble_reciprocal_s16(sum);
  const int32_t shift = 31 - __builtin_clz(sum);
  for (int32_t i = 0; i < depth; i++) {
    output[i] = (int16_t)thimble_clamp((output[i] * scale + (1 << (shift - 1))) >> shift, 0, INT16_MAX);
  }
}
