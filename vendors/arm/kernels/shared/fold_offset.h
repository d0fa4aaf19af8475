/* Offsets on inputs, folded into the biases of sums of products with constant weights. */
#ifndef ARM_FOLD_OFFSET_H
#define ARM_FOLD_OFFSET_H

#include <stdint.h>

/* [prepare] `bias` with what `offset` on each input adds; `most` becomes the greatest magnitude of all sums so far. */
static inline int32_t arm_fold_offset(int32_t bias, const int8_t *weights, int32_t count, int32_t offset,
                                      int64_t *most) {
  int64_t magnitudes = 0;
  uint32_t sum = 0;
  for (int32_t i = 0; i < count; i++) {
    sum += (uint32_t)weights[i];
    magnitudes += weights[i] < 0 ? -weights[i] : weights[i];
  }
  const int64_t input = (offset < 0 ? -(int64_t)offset : offset) - INT8_MIN;
  const int64_t magnitude = magnitudes * input + (bias < 0 ? -(int64_t)bias : bias);
  if (magnitude > *most) *most = magnitude;
  return (int32_t)((uint32_t)bias + sum * (uint32_t)offset);
}

#endif
