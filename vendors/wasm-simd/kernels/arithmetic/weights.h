#ifndef THIMBLE_ARITHMETIC_WEIGHTS_H
#define THIMBLE_ARITHMETIC_WEIGHTS_H

#include <stdint.h>

/* Constant weights as a model stores them: int8, or int4 packed two a byte, low nibble first. */
typedef struct {
  const int8_t *data;
  /* 8 or 4. */
  int32_t bits;
  /* Index of the first weight. */
  int32_t first;
  /* Elements between neighbouring output channels, and between neighbouring elements of one channel. */
  int32_t channel_stride;
  int32_t element_stride;
  /* Added to each weight: the negated zero point. */
  int32_t offset;
} weights_view;

static inline int32_t weight_at(const weights_view *weights, int32_t channel, int32_t element) {
  const int32_t index = weights->first + channel * weights->channel_stride + element * weights->element_stride;
  if (weights->bits == 8) return weights->data[index] + weights->offset;
  const int32_t byte = weights->data[index / 2];
  const int32_t nibble = index % 2 ? byte >> 4 : (int8_t)((uint32_t)byte << 4) >> 4;
  return nibble + weights->offset;
}

#endif
