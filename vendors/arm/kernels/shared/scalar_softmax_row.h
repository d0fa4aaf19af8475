/* Probabilities, one at a time. */
#ifndef ARM_SCALAR_SOFTMAX_ROW_H
#define ARM_SCALAR_SOFTMAX_ROW_H

#include "greatest.h"
#include "requantize.h"

/* The sum of a row's exponentials, Q12.19; wraps. */
static inline uint32_t arm_sum_exponentials(const int32_t *exponentials, const int8_t *input, int32_t count,
                                            int32_t greatest) {
  const int32_t *const of_input = exponentials + greatest;
  uint32_t sum = 0;
  for (const int8_t *const end = input + count; input < end; input++) {
    sum += thimble_exponential_term(*(of_input - *input));
  }
  return sum;
}

/* Both roundings at once: the half of what is shifted out first, and of what is shifted out of the rest. */
static inline uint64_t arm_rounding_of(const arm_normalization *by) {
  return (UINT64_C(1) << 31) + ((uint64_t)(UINT32_C(1) << by->right >> 1) << 32);
}

/* Stores a row's outputs; `saturate` takes a probability less half of all that the type can store. */
#define ARM_STORE_PROBABILITIES(name, element, min, saturate)                                                       \
  static inline void name(const int32_t *exponentials, const int8_t *input, int32_t count, int32_t greatest,        \
                          const arm_normalization *by, element *output) {                                           \
    const int32_t *const of_input = exponentials + greatest;                                                        \
    const uint32_t twice = 2 * (uint32_t)by->inverse;                                                               \
    const uint64_t rounding = arm_rounding_of(by);                                                                  \
    const int32_t right = by->right;                                                                                \
    for (const int8_t *const end = input + count; input < end; input++) {                                           \
      const uint32_t exponential = (uint32_t) * (of_input - *input);                                                \
      const uint32_t probability = (uint32_t)((rounding + (uint64_t)twice * exponential) >> 32) >> right;           \
      *output++ = (element)saturate((int32_t)probability + (min));                                                  \
    }                                                                                                               \
  }

static inline int32_t arm_at_most_s16(int32_t x) { return x < INT16_MAX ? x : INT16_MAX; }

ARM_STORE_PROBABILITIES(arm_store_probabilities_s8, int8_t, INT8_MIN, arm_saturate_s8)
ARM_STORE_PROBABILITIES(arm_store_probabilities_s16, int16_t, INT16_MIN, arm_at_most_s16)

#endif
