/* Two vectors of int8. */
#ifndef ARM_PLAIN_DOT_H
#define ARM_PLAIN_DOT_H

#include <stdint.h>

/* `sum` with all products; wraps. */
static inline int32_t arm_dot_s8(const int8_t *a, const int8_t *b, int32_t length, int32_t sum) {
  const int8_t *const end = a + length;
  uint32_t total = (uint32_t)sum;
  while (a < end) total += (uint32_t)(*a++ * *b++);
  return (int32_t)total;
}

/* The sum of all elements; wraps. */
static inline int32_t arm_sum_s8(const int8_t *a, int32_t length) {
  uint32_t sum = 0;
  for (const int8_t *const end = a + length; a < end;) sum += (uint32_t)*a++;
  return (int32_t)sum;
}

#endif
