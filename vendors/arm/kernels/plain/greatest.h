/* The greatest of a row of int8. */
#ifndef ARM_PLAIN_GREATEST_H
#define ARM_PLAIN_GREATEST_H

#include <stdint.h>

static inline int32_t arm_greatest_s8(const int8_t *row, int32_t count) {
  int32_t greatest = INT8_MIN;
  for (const int8_t *const end = row + count; row < end; row++) greatest = *row > greatest ? *row : greatest;
  return greatest;
}

#endif
