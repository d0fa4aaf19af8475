/* Products that compilers keep apart: put together anew, they need more registers than there are. */
#ifndef ARM_PLAIN_MULTIPLY_H
#define ARM_PLAIN_MULTIPLY_H

#include <stdint.h>

/* a * b + sum; wraps. */
#if defined(__thumb2__)
static inline int32_t arm_mla(int32_t a, int32_t b, int32_t sum) {
  int32_t result;
  __asm__("mla %0, %1, %2, %3" : "=r"(result) : "r"(a), "r"(b), "r"(sum));
  return result;
}
#else
static inline int32_t arm_mla(int32_t a, int32_t b, int32_t sum) {
  return (int32_t)((uint32_t)a * (uint32_t)b + (uint32_t)sum);
}
#endif

#endif
