#ifndef THIMBLE_ARITHMETIC_REQUANTIZE_H
#define THIMBLE_ARITHMETIC_REQUANTIZE_H

#include <stdbool.h>
#include <stdint.h>
#include "simd.h"

#include "inlined.h"
#include "requantize_scalar.h"

/*
 * Requantization of eight channels at once.
 *
 * The reference computes, for a right shift s, y = floor((x m + 2^30) / 2^31) and then
 * floor((y + half - [y < 0]) / 2^s) with half = 2^(s-1); for s = 0 the second step does nothing. With S = s + t, where
 * t >= 1, and a scaled accumulator X = x 2^(t+1), both floors become one chain:
 *
 *   h = floor(X m / 2^32)                                the high halves of four 64-bit products
 *   floor((h + 2^(t-1) + (half - [x < 0]) 2^t) / 2^S)    one addition, one subtraction, one shift
 *
 * S is 16 unless a channel's s is larger, so that the shift is a constant and leaves 16 bits. A left shift of the
 * reference only makes the scale larger, and the output's zero point is folded into the addition. [y < 0] equals
 * [x < 0] because m >= 2^30; where they differ (x = -1, m = 2^30), the result is 0 both ways. Where no output of a layer
 * is below the zero point, as behind a RELU, negative accumulators need no care: h < 0 gives at most 0 without it too.
 *
 * A block with another S, or whose accumulators might leave 32 bits when scaled, limits them first to those that give
 * different outputs. One that does not fit even so is exact too: it goes one by one.
 */

enum { REQUANTIZE_CHANNELS = 8, REQUANTIZE_SHIFT = 16 };

typedef enum {
  /* The usual one: no output is below the zero point. */
  REQUANTIZE_RECTIFIED,
  REQUANTIZE_SIGNED,
  REQUANTIZE_LIMITED,
  REQUANTIZE_ONE_BY_ONE,
} requantize_mode;

typedef struct {
  int32_t multiplier[REQUANTIZE_CHANNELS];
  /* 2^(t-1) + half 2^t + zero_point 2^S; one by one: the layer's own shift. */
  int32_t addend[REQUANTIZE_CHANNELS];
  /* 2^t, or 0 where s = 0: subtracted from negative accumulators. */
  int32_t negative[REQUANTIZE_CHANNELS];
  /* 2^(t+1), times the reference's left shift. */
  int32_t scale[REQUANTIZE_CHANNELS];
  /* Accumulators outside give the outputs of these. */
  int32_t lowest[REQUANTIZE_CHANNELS];
  int32_t highest[REQUANTIZE_CHANNELS];
  /* S. */
  int32_t shift;
  /* A requantize_mode. */
  int32_t mode;
  int32_t reserved[2];
} requantize_block;

/* Whether accumulators need no limits, and S is 16. */
static inline bool is_plain_block(const requantize_block *block) { return block->mode <= REQUANTIZE_SIGNED; }

/* What requantizes four of a block's channels. */
typedef struct {
  v128_t multiplier;
  v128_t addend;
  v128_t negative;
  v128_t scale;
} requantize_lanes;

INLINED requantize_lanes lanes_of(const requantize_block *block, int32_t first) {
  return (requantize_lanes){
      .multiplier = wasm_v128_load(&block->multiplier[first]),
      .addend = wasm_v128_load(&block->addend[first]),
      .negative = wasm_v128_load(&block->negative[first]),
      .scale = wasm_v128_load(&block->scale[first]),
  };
}

/*
 * Four accumulators to outputs of 32 bits, zero point added, not clamped. `rectified` is a constant, and `shift` is where
 * it is 16.
 */
INLINED v128_t requantize_four(v128_t x, const requantize_lanes *lanes, int32_t shift, bool rectified) {
  const v128_t scaled = wasm_i32x4_mul(x, lanes->scale);
  const v128_t low = wasm_i64x2_extmul_low_i32x4(scaled, lanes->multiplier);
  const v128_t high = wasm_i64x2_extmul_high_i32x4(scaled, lanes->multiplier);
  v128_t sum = wasm_i32x4_add(wasm_i32x4_shuffle(low, high, 1, 3, 5, 7), lanes->addend);
  if (!rectified) sum = wasm_i32x4_sub(sum, wasm_v128_and(wasm_i32x4_shr(x, 31), lanes->negative));
  return wasm_i32x4_shr(sum, (uint32_t)shift);
}

#endif
