/* HARD_SWISH of int8, x * relu6(x + 3) / 6: its prepare. */
#ifndef THIMBLE_KIT_HARD_SWISH_H
#define THIMBLE_KIT_HARD_SWISH_H

#include "requantize.h"
#include "table.h"

/** Centered inputs go left by 7 bits, so that 16 bits are used well; multipliers have 16 bits. */
typedef struct thimble_hard_swish {
  int32_t input_offset;
  thimble_multiplier output;
  /* To units of 3 / 2^15. */
  thimble_multiplier reluish;
  thimble_output_quantization store;
} thimble_hard_swish;

static inline int32_t thimble_hard_swish_s16(int64_t x) {
  return x < INT16_MIN ? INT16_MIN : x > INT16_MAX ? INT16_MAX : (int32_t)x;
}

/* a b / 2^15 of two int16, rounded half up. */
static inline int32_t thimble_high_multiply_s16(int32_t a, int32_t b) {
  const int32_t product = a * b;
  return (product + (product >= 0 ? 1 << 14 : 1 - (1 << 14))) / (1 << 15);
}

/* (x + 3) / 6 between 0 and 1 in Q0.15: of a left shift, all but the last bit comes before the factor. */
static inline int32_t thimble_hard_swish_reluish(int32_t hires, thimble_multiplier factor) {
  if (factor.shift <= 0) {
    const int32_t scaled = thimble_high_multiply_s16(hires, factor.multiplier);
    return (thimble_rounding_divide_by_pot(scaled, -factor.shift) + (1 << 15)) >> 1;
  }
  const int32_t shift = factor.shift < 32 ? factor.shift - 1 : 31;
  const int32_t shifted = thimble_hard_swish_s16((int64_t)hires * (INT64_C(1) << shift));
  const int32_t doubled = 2 * thimble_high_multiply_s16(shifted, factor.multiplier);
  return (thimble_hard_swish_s16(doubled) + (1 << 15)) >> 1;
}

/** The stored output for a stored input, of a `thimble_hard_swish`. */
static inline int32_t thimble_hard_swish_stored(int32_t stored, const void *quantization) {
  const thimble_hard_swish *factors = quantization;
  const int32_t hires = (stored + factors->input_offset) * (1 << 7);
  const int32_t scaled = thimble_high_multiply_s16(hires, factors->output.multiplier);
  const int32_t product = scaled * thimble_hard_swish_reluish(hires, factors->reluish) / (1 << 15);
  return thimble_store(thimble_rounding_divide_by_pot(product, -factors->output.shift), &factors->store);
}

static inline thimble_multiplier thimble_short_multiplier(float factor) {
  const thimble_multiplier whole = thimble_quantize_multiplier((double)factor);
  return (thimble_multiplier){thimble_reduced_multiplier(whole.multiplier), whole.shift};
}

/** [prepare, once] HARD_SWISH of int8: a table as record. */
static inline thimble_status thimble_prepare_hard_swish_s8(const thimble_host *host, thimble_node *node) {
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const float hires_scale = input->scale / (1 << 7), reluish_scale = 3.0f / (1 << 15);
  const thimble_hard_swish factors = {
      .input_offset = thimble_offset_of(input),
      .output = thimble_short_multiplier(hires_scale / thimble_output_info(host, node, 0)->scale),
      .reluish = thimble_short_multiplier(hires_scale / reluish_scale),
      .store = thimble_output_quantization_of(host, node, THIMBLE_ACTIVATION_NONE),
  };
  return thimble_prepare_table(host, node, thimble_hard_swish_stored, &factors);
}

#endif
