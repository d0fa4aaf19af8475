#ifndef THIMBLE_ARITHMETIC_DOT_S8_H
#define THIMBLE_ARITHMETIC_DOT_S8_H

/*
 * How convolutions of int8 multiply: one dot product takes, in each of four lanes, DOT_LENGTH neighbouring values and as
 * many weights. Both fill 32 bits. What is different between builds:
 *
 *   dot_value, dot_weight    what inputs and weights are multiplied as
 *   DOT_VALUE_OF_ZERO        the value of input 0; other inputs keep their distance from it
 *   DOT_LEAST_WEIGHT .. DOT_MOST_WEIGHT
 *   DOT_MOST_PARTS           numbers in this range that a weight with its offset may have to be split into
 *   DOT_TILE_ROWS            rows that are multiplied at once: sums enough to hide the time a dot product takes
 *   dot_load, dot_splat      a vector of values: of inputs, or of one input
 *   dot_load_eight           the values of eight inputs, in the lowest lanes
 *   dot_interleave           stores DOT_LENGTH times eight values, first those of lane 0, then those of lane 1 ...
 *   dot_add                  sum + values * weights; sums wrap
 */
#ifdef THIMBLE_RELAXED_DOT_S8U8
#include "dot_s8_bytes.h"
#else
#include "dot_s8_pairs.h"
#endif

enum { DOT_VECTOR = 16 / (int32_t)sizeof(dot_value) };

/* The values of `count` times the same input, and up to DOT_VECTOR - 1 more. */
static inline void dot_fill(dot_value *to, int32_t count, int32_t input) {
  const v128_t values = dot_splat(input);
  for (; count > 0; count -= DOT_VECTOR) {
    wasm_v128_store(to, values);
    to += DOT_VECTOR;
  }
}

/*
 * The values of `count` inputs. Nothing is read from `end` on, the end of the tensor; up to DOT_VECTOR - 1 values are
 * written beyond the last, so a destination needs that slack and is filled in ascending order.
 */
static inline void dot_values(dot_value *to, const int8_t *from, int32_t count, const int8_t *end) {
  for (; count > 0; count -= DOT_VECTOR) {
    if (__builtin_expect(end - from >= DOT_VECTOR, 1)) {
      wasm_v128_store(to, dot_load(from));
    } else {
      /* What is loaded as a vector is stored as one: the only value of a row of one does not wait in memory. */
      dot_fill(to, 1, from[0]);
      for (int32_t i = 1; i < count; i++) to[i] = (dot_value)(from[i] + DOT_VALUE_OF_ZERO);
      return;
    }
    to += DOT_VECTOR;
    from += DOT_VECTOR;
  }
}

#endif
