#ifndef THIMBLE_ARITHMETIC_WEIGHTS_H
#define THIMBLE_ARITHMETIC_WEIGHTS_H

#include <stdint.h>

/* Constant weights. */
typedef struct {
  const int8_t *data;
  /* Index of the first weight. */
  int32_t first;
  /* Elements between neighbouring output channels, and between neighbouring elements of one channel. */
  int32_t channel_stride;
  int32_t element_stride;
  /* Added to each weight: the negated zero point. */
  int32_t offset;
} weights_view;

/* Where a channel's elements begin, an element_stride from one to the next. */
static inline const int8_t *weights_of(const weights_view *weights, int32_t channel) {
  return weights->data + weights->first + channel * weights->channel_stride;
}

static inline int32_t weight_at(const weights_view *weights, int32_t channel, int32_t element) {
  return weights_of(weights, channel)[element * weights->element_stride] + weights->offset;
}

#endif
