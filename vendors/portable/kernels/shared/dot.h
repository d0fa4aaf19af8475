/* Dot products of inputs and weights: what convolutions and layers spend their time in. */
#ifndef PORTABLE_DOT_H
#define PORTABLE_DOT_H

#include <stdint.h>

/* `offset` is added to each input; sums wrap. */
static inline uint32_t dot_s8(const int8_t *input, const int8_t *weights, int32_t length, int32_t offset) {
  const int8_t *const end = input + length;
  uint32_t sum = 0;
  while (input < end) sum += (uint32_t)((*input++ + offset) * *weights++);
  return sum;
}

/* Sums have 64 bits. */
static inline int64_t dot_s16(const int16_t *input, const int8_t *weights, int32_t length, int32_t offset) {
  const int16_t *const end = input + length;
  int64_t sum = 0;
  while (input < end) sum += (int64_t)(*input++ + offset) * *weights++;
  return sum;
}

/* Floats have no offset. */
static inline float dot_f32(const float *input, const float *weights, int32_t length, int32_t offset) {
  (void)offset;
  const float *const end = input + length;
  float sum = 0;
  while (input < end) sum += *input++ * *weights++;
  return sum;
}

#endif
