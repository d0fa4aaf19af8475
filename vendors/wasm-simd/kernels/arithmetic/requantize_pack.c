#include "requantize_pack.h"

#include "integers.h"

enum {
  /* Rounding, correction and zero point of a block must leave room for the product beside them in 32 bits. */
  MAX_SHIFT = 21,
  MIN_MULTIPLIER = 1 << 30,
  MAX_SCALE = 30,
};

channel_sums sum_channel(const weights_view *weights, int32_t channel, int32_t elements, int32_t input_offset,
                         int32_t value_of_zero, int32_t bias) {
  const int8_t *at = weights_of(weights, channel);
  const int64_t least = INT8_MIN + input_offset, most = INT8_MAX + input_offset;
  int64_t positive = 0, negative = 0;
  for (int32_t element = 0; element < elements; element++) {
    const int32_t weight = *at + weights->offset;
    positive += max_of(weight, 0);
    negative += min_of(weight, 0);
    at += weights->element_stride;
  }
  /* A zero point of int8 makes least <= 0 <= most; a tap in the padding contributes 0. */
  return (channel_sums){
      .lowest = bias + positive * least + negative * most,
      .highest = bias + positive * most + negative * least,
      .folded_bias = (uint32_t)bias + (uint32_t)(positive + negative) * (uint32_t)(input_offset - value_of_zero),
  };
}

/* One channel's way from accumulators to outputs, as the reference goes it. */
typedef struct {
  int32_t multiplier;
  int32_t shift;
  const output_range *range;
} channel_output;

static int32_t output_of(const channel_output *channel, int64_t accumulator) {
  return requantize_scalar((int32_t)accumulator, channel->multiplier, channel->shift, *channel->range);
}

static int32_t right_shift(int32_t shift) { return shift > 0 ? 0 : -shift; }
static int32_t left_shift(int32_t shift) { return shift > 0 ? shift : 0; }

static bool fits(int64_t lowest, int64_t highest, int32_t bits) {
  const int64_t limit = (INT64_C(1) << 31) >> bits;
  return lowest >= -limit && highest < limit;
}

/* Of the accumulators from `far` to `near` with the output of `far`, the one nearest to `near`. */
static int64_t last_with_output(const channel_output *channel, int64_t far, int64_t near) {
  const int32_t output = output_of(channel, far);
  while (far - near > 1 || near - far > 1) {
    const int64_t middle = near + (far - near) / 2;
    if (output_of(channel, middle) == output) {
      far = middle;
    } else {
      near = middle;
    }
  }
  return far;
}

static void pack_one_by_one(requantize_block *block, int32_t channels, const channel_output *channel) {
  *block = (requantize_block){.mode = REQUANTIZE_ONE_BY_ONE};
  for (int32_t lane = 0; lane < channels; lane++) {
    block->multiplier[lane] = channel[lane].multiplier;
    block->addend[lane] = channel[lane].shift;
  }
}

/* Whether the reference's own integers stay in 32 bits, so that outputs grow with accumulators. */
static bool is_monotone(const channel_output *channel, const channel_sums *sums) {
  const int32_t room = channel->shift < 0 ? 0 : channel->shift + 1;
  return fits(sums->lowest, sums->highest, room);
}

static bool is_constant(const channel_output *channel, const channel_sums *sums) {
  return output_of(channel, sums->lowest) == output_of(channel, sums->highest);
}

/* One output whatever the input: so it is for channels whose weights have vanished against the output's scale. */
static void pack_constant(requantize_block *block, int32_t lane, int32_t value) {
  block->addend[lane] = value * (1 << block->shift);
}

static bool pack_varying(requantize_block *block, int32_t lane, const channel_output *channel,
                         const channel_sums *sums) {
  const int32_t right = right_shift(channel->shift), t = block->shift - right;
  const int32_t exponent = left_shift(channel->shift) + t + 1, half = (1 << right) >> 1;
  int64_t lowest = sums->lowest, highest = sums->highest;
  if (exponent > MAX_SCALE || channel->multiplier < MIN_MULTIPLIER) return false;
  if (!fits(lowest, highest, exponent)) {
    lowest = last_with_output(channel, sums->lowest, sums->highest);
    highest = last_with_output(channel, sums->highest, sums->lowest);
    block->mode = REQUANTIZE_LIMITED;
  }
  block->multiplier[lane] = channel->multiplier;
  block->addend[lane] = (1 << (t - 1)) + (half << t) + channel->range->zero_point * (1 << block->shift);
  block->negative[lane] = right > 0 ? 1 << t : 0;
  block->scale[lane] = 1 << exponent;
  block->lowest[lane] = (int32_t)lowest;
  block->highest[lane] = (int32_t)highest;
  return fits(lowest, highest, exponent);
}

/* False: a channel cannot be computed this way. */
static bool pack_channels(requantize_block *block, int32_t channels, const channel_output *channel,
                          const channel_sums *sums) {
  for (int32_t lane = 0; lane < channels; lane++) {
    if (!is_monotone(&channel[lane], &sums[lane])) return false;
    if (is_constant(&channel[lane], &sums[lane])) continue;
    block->shift = max_of(block->shift, right_shift(channel[lane].shift) + 1);
  }
  if (block->shift > MAX_SHIFT) return false;
  if (block->shift > REQUANTIZE_SHIFT) block->mode = REQUANTIZE_LIMITED;
  for (int32_t lane = 0; lane < channels; lane++) {
    if (is_constant(&channel[lane], &sums[lane])) {
      pack_constant(block, lane, output_of(&channel[lane], sums[lane].lowest));
    } else if (!pack_varying(block, lane, &channel[lane], &sums[lane])) {
      return false;
    }
  }
  return true;
}

void pack_requantize_block(requantize_block *block, int32_t channels, const int32_t *multiplier, const int32_t *shift,
                           const channel_sums *sums, const output_range *range) {
  const bool rectified = range->activation_min >= range->zero_point;
  channel_output channel[REQUANTIZE_CHANNELS];
  for (int32_t lane = 0; lane < channels; lane++) {
    channel[lane] = (channel_output){multiplier[lane], shift[lane], range};
  }
  *block = (requantize_block){.shift = REQUANTIZE_SHIFT, .mode = rectified ? REQUANTIZE_RECTIFIED : REQUANTIZE_SIGNED};
  if (!pack_channels(block, channels, channel, sums)) pack_one_by_one(block, channels, channel);
}
