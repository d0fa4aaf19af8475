#ifndef THIMBLE_ARITHMETIC_REQUANTIZE_H
#define THIMBLE_ARITHMETIC_REQUANTIZE_H

#include <stdint.h>
#include "simd.h"

#include "inlined.h"
#include "requantize_scalar.h"

/*
 * Requantization of eight channels at once.
 *
 * The reference computes, for a right shift s, y = floor((x m + 2^30) / 2^31) and then
 * floor((y + half - [y < 0]) / 2^s) with half = 2^(s-1); for s = 0 the second step does nothing. With an accumulator
 * that comes scaled, X = x 2^(t+1) and t >= 1, both floors become one chain:
 *
 *   h = floor(X m / 2^32)                                  the high halves of four 64-bit products
 *   floor((h + 2^(t-1) + (half - [x < 0]) 2^t) / 2^(s+t))  one addition, one subtraction, one shift
 *
 * S = s + t is common to a block, so a channel with a smaller s takes a larger t, and lanes need no shifts of their
 * own. A left shift only makes the scale larger. The scale is folded into weights and bias when a layer is packed, and
 * the output's zero point into the addition. [y < 0] equals [x < 0] because m >= 2^30; where they differ (x = -1,
 * m = 2^30), the result is 0 both ways.
 *
 * Weights that do not fit 16 bits when scaled stay as they are, and their block scales the accumulators. A block whose
 * accumulators might leave 32 bits when scaled is exact too: it goes one by one.
 */

enum { REQUANTIZE_CHANNELS = 8 };

typedef enum {
  REQUANTIZE_SCALED,
  REQUANTIZE_SCALE_LATE,
  REQUANTIZE_ONE_BY_ONE,
} requantize_mode;

typedef struct {
  int32_t multiplier[REQUANTIZE_CHANNELS];
  /* 2^(t-1) + half 2^t + zero_point 2^S; one by one: the layer's own shift. */
  int32_t addend[REQUANTIZE_CHANNELS];
  /* 2^t, or 0 where s = 0: subtracted from negative accumulators. */
  int32_t negative[REQUANTIZE_CHANNELS];
  /* What is left to scale accumulators by: 2^(t+1) where they are scaled late, else 1. */
  int32_t late_scale[REQUANTIZE_CHANNELS];
  /* S. */
  int32_t shift;
  /* A requantize_mode. */
  int32_t mode;
  int32_t reserved[2];
} requantize_block;

/* Four scaled accumulators to outputs of 32 bits, zero point added, not clamped. */
INLINED v128_t requantize_four(v128_t x, v128_t multiplier, v128_t addend, v128_t negative, int32_t shift) {
  const v128_t low = wasm_i64x2_extmul_low_i32x4(x, multiplier);
  const v128_t high = wasm_i64x2_extmul_high_i32x4(x, multiplier);
  const v128_t product = wasm_i32x4_shuffle(low, high, 1, 3, 5, 7);
  const v128_t correction = wasm_v128_and(wasm_i32x4_shr(x, 31), negative);
  return wasm_i32x4_shr(wasm_i32x4_sub(wasm_i32x4_add(product, addend), correction), (uint32_t)shift);
}

#endif
