#ifndef THIMBLE_ARITHMETIC_INTEGERS_H
#define THIMBLE_ARITHMETIC_INTEGERS_H

#include <stdint.h>

static inline int32_t min_of(int32_t a, int32_t b) { return a < b ? a : b; }
static inline int32_t max_of(int32_t a, int32_t b) { return a > b ? a : b; }
static inline int32_t round_up(int32_t value, int32_t step) { return (value + step - 1) / step * step; }

#endif
