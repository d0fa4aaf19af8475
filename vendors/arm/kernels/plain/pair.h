/* Two pixels at once in plain C: their inputs wait in scratch in turns. */
#ifndef ARM_PLAIN_PAIR_H
#define ARM_PLAIN_PAIR_H

#include "multiply.h"

/* Bytes of scratch for two pixels of `length` elements. */
static inline uint32_t arm_pair_bytes(int32_t length) { return 2 * (uint32_t)length; }

/* Puts a pixel, 0 or 1, into a pair. */
static inline void arm_place_pixel(void *pair, int32_t pixel, const int8_t *from, int32_t length) {
  int8_t *to = (int8_t *)pair + pixel;
  for (const int8_t *const end = from + length; from < end; to += 2) *to = *from++;
}

/* Sums of two channels, a and b, at two pixels. */
typedef struct arm_block {
  int32_t a0, a1, b0, b1;
} arm_block;

/* Adds the products of one weight of each channel; they wrap. */
static inline __attribute__((always_inline)) void arm_multiply_element(arm_block *sums, const int8_t *inputs,
                                                                       int32_t a, int32_t b) {
  const int32_t first = inputs[0], second = inputs[1];
  sums->a0 = arm_mla(first, a, sums->a0);
  sums->a1 = arm_mla(second, a, sums->a1);
  sums->b0 = arm_mla(first, b, sums->b0);
  sums->b1 = arm_mla(second, b, sums->b1);
}

/* Adds the products of two filters of `length` weights, the second `step` behind the first, with a pair. */
static inline __attribute__((always_inline)) void arm_multiply_pair(arm_block *sums, const void *pair,
                                                                    const int8_t *weights, int32_t step,
                                                                    int32_t length) {
  const int8_t *inputs = pair, *second = weights + step;
  const int8_t *const end = weights + length, *const last = weights + (length & ~3);
  while (weights < last) {
    arm_multiply_element(sums, inputs, weights[0], second[0]);
    arm_multiply_element(sums, inputs + 2, weights[1], second[1]);
    arm_multiply_element(sums, inputs + 4, weights[2], second[2]);
    arm_multiply_element(sums, inputs + 6, weights[3], second[3]);
    weights += 4;
    second += 4;
    inputs += 8;
  }
  for (; weights < end; inputs += 2) arm_multiply_element(sums, inputs, *weights++, *second++);
}

#endif
