/* Sums with one factor to int8. */
#ifndef ARM_SERIES_H
#define ARM_SERIES_H

#include "scaling.h"

/* A scaled sum is moved by `before`, which may wrap, clamped to int8, and moved by `after`. */
typedef struct arm_series {
  arm_scaling scaling;
  int32_t before;
  int32_t after;
} arm_series;

/* The output for a sum without its bias. */
static inline int8_t arm_store_one(uint32_t sum, int32_t bias, const arm_series *by) {
  const int32_t scaled = arm_scale((int32_t)(sum + (uint32_t)bias), &by->scaling);
  return (int8_t)(arm_saturate_s8((int32_t)((uint32_t)scaled + (uint32_t)by->before)) + by->after);
}

#endif
