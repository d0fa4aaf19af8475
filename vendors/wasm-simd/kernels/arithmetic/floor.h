#ifndef THIMBLE_ARITHMETIC_FLOOR_H
#define THIMBLE_ARITHMETIC_FLOOR_H

#include <stdint.h>

/* Floor and ceiling of numbers that fit into 32 bits. */
static inline int32_t floor_s32(double x) { return (int32_t)__builtin_floor(x); }
static inline int32_t ceil_s32(double x) { return (int32_t)__builtin_ceil(x); }

#endif
