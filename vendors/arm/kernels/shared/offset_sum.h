/* What an offset on one factor adds to a sum of products. */
#ifndef ARM_OFFSET_SUM_H
#define ARM_OFFSET_SUM_H

#include "dot.h"

/* `offset` times the sum of the other factors; wraps. */
static inline uint32_t arm_offset_sum(int32_t offset, const int8_t *factors, int32_t length) {
  return offset == 0 ? 0 : (uint32_t)arm_sum_s8(factors, length) * (uint32_t)offset;
}

#endif
