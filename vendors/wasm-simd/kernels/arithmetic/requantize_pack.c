#include "requantize_pack.h"

#include <stdbool.h>

#include "integers.h"

enum {
  /* Rounding, correction and zero point of a block must leave room for the product beside them in 32 bits. */
  MAX_BLOCK_SHIFT = 21,
  MIN_MULTIPLIER = 1 << 30,
  MAX_SCALE = 30,
};

/* The largest power of two that keeps the weight in 16 bits. */
static int32_t headroom(int32_t weight) {
  const int32_t magnitude = weight < 0 ? -weight : weight;
  int32_t exponent = 15;
  while ((magnitude << exponent) > INT16_MAX) exponent--;
  return exponent;
}

channel_sums sum_channel(const weights_view *weights, int32_t channel, int32_t elements, int32_t input_offset,
                         int32_t bias) {
  channel_sums sums = {.lowest = bias, .highest = bias, .folded_bias = (uint32_t)bias, .max_scale = 15};
  for (int32_t element = 0; element < elements; element++) {
    const int32_t weight = weight_at(weights, channel, element);
    const int32_t at_min = weight * (INT8_MIN + input_offset);
    const int32_t at_max = weight * (INT8_MAX + input_offset);
    /* A tap in the padding contributes 0. */
    sums.lowest += min_of(min_of(at_min, at_max), 0);
    sums.highest += max_of(max_of(at_min, at_max), 0);
    sums.folded_bias += (uint32_t)weight * (uint32_t)input_offset;
    sums.max_scale = min_of(sums.max_scale, headroom(weight));
  }
  return sums;
}

/* One output whatever the input: so it is for channels whose weights have vanished against the output's scale. */
static bool is_constant(const channel_sums *sums, int32_t multiplier, int32_t shift, const output_range *range,
                        int32_t *value) {
  const int64_t limit = (INT64_C(1) << 31) >> (shift > 0 ? shift : 0);
  if (sums->lowest < -limit || sums->highest >= limit) return false;
  *value = requantize_scalar((int32_t)sums->lowest, multiplier, shift, *range);
  return *value == requantize_scalar((int32_t)sums->highest, multiplier, shift, *range);
}

static bool fits_scaled(const channel_sums *sums, int32_t exponent) {
  if (exponent > MAX_SCALE) return false;
  const int64_t limit = (INT64_C(1) << 31) >> exponent;
  return sums->lowest >= -limit && sums->highest < limit;
}

static int32_t right_shift(int32_t shift) { return shift > 0 ? 0 : -shift; }
static int32_t left_shift(int32_t shift) { return shift > 0 ? shift : 0; }

static void pack_one_by_one(requantize_block *block, int32_t channels, const int32_t *multiplier, const int32_t *shift,
                            int32_t *scale) {
  *block = (requantize_block){.mode = REQUANTIZE_ONE_BY_ONE};
  for (int32_t channel = 0; channel < channels; channel++) {
    block->multiplier[channel] = multiplier[channel];
    block->addend[channel] = shift[channel];
    scale[channel] = 0;
  }
}

/* Moves the scale from the weights to the accumulators. */
static void scale_late(requantize_block *block, int32_t channels, int32_t *scale) {
  for (int32_t channel = 0; channel < channels; channel++) {
    block->late_scale[channel] = 1 << scale[channel];
    scale[channel] = 0;
  }
}

/* Channels must share the block's shift; false when one of them cannot. */
static bool pack_scaled(requantize_block *block, int32_t channels, const int32_t *multiplier, const int32_t *shift,
                        const channel_sums *sums, const output_range *range,
                        int32_t *scale) {
  int32_t constant[REQUANTIZE_CHANNELS];
  bool varies[REQUANTIZE_CHANNELS];
  int32_t block_shift = 1;
  for (int32_t channel = 0; channel < channels; channel++) {
    varies[channel] =
        !is_constant(&sums[channel], multiplier[channel], shift[channel], range, &constant[channel]);
    const int32_t needed = right_shift(shift[channel]) + 1;
    if (varies[channel] && block_shift < needed) block_shift = needed;
  }
  if (block_shift > MAX_BLOCK_SHIFT) return false;
  *block = (requantize_block){.shift = block_shift, .mode = REQUANTIZE_SCALED};
  for (int32_t channel = 0; channel < REQUANTIZE_CHANNELS; channel++) block->late_scale[channel] = 1;
  for (int32_t channel = 0; channel < channels; channel++) {
    if (!varies[channel]) {
      block->addend[channel] = constant[channel] * (1 << block_shift);
      scale[channel] = 0;
      continue;
    }
    const int32_t right = right_shift(shift[channel]);
    const int32_t t = block_shift - right;
    const int32_t exponent = left_shift(shift[channel]) + t + 1;
    if (multiplier[channel] < MIN_MULTIPLIER) return false;
    if (!fits_scaled(&sums[channel], exponent)) return false;
    if (exponent > sums[channel].max_scale) block->mode = REQUANTIZE_SCALE_LATE;
    const int32_t half = (1 << right) >> 1;
    block->multiplier[channel] = multiplier[channel];
    block->addend[channel] = (1 << (t - 1)) + (half << t) + range->zero_point * (1 << block_shift);
    block->negative[channel] = right > 0 ? 1 << t : 0;
    scale[channel] = exponent;
  }
  if (block->mode == REQUANTIZE_SCALE_LATE) scale_late(block, channels, scale);
  return true;
}

void pack_requantize_block(requantize_block *block, int32_t channels, const int32_t *multiplier, const int32_t *shift,
                           const channel_sums *sums, const output_range *range,
                           int32_t *scale) {
  if (!pack_scaled(block, channels, multiplier, shift, sums, range, scale)) {
    pack_one_by_one(block, channels, multiplier, shift, scale);
  }
}
