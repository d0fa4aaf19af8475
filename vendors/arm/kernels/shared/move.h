/* The tier's way to move elements between places that are steps of bytes apart. */
#ifndef ARM_MOVE_H
#define ARM_MOVE_H

#include <thimble/kit/dimensions.h>

#include "tier.h"

/* Moves elements of a type, one at a time: `by` steps from where they are, and where they go. */
#define ARM_MOVE_ONE_BY_ONE(name, type)                                                          \
  static inline void name(int8_t *to, const int8_t *from, thimble_dimension by) {                \
    _Pragma("GCC unroll 4")                                                                      \
    for (; by.extent > 0; by.extent--) {                                                         \
      *(type *)(void *)to = *(const type *)(const void *)from;                                   \
      from += by.first_step;                                                                     \
      to += by.second_step;                                                                      \
    }                                                                                            \
  }

ARM_MOVE_ONE_BY_ONE(arm_move_words, int32_t)

#if ARM_HAS_MVE
#include "../mve/move.h"
#else
ARM_MOVE_ONE_BY_ONE(arm_move_bytes, int8_t)
ARM_MOVE_ONE_BY_ONE(arm_move_halves, int16_t)
#endif

#endif
