#include "shared/tier.h"

#if !ARM_HAS_MVE
#include "shared/scalar_channel.h"

arm_channel arm_add_channel(arm_outputs *outputs, int32_t bias, thimble_multiplier factor, int64_t most) {
  /* Of 0 any shift is 0. */
  if (factor.multiplier == 0) factor.shift = -ARM_LEAST_SHIFT;
  if (most >= ARM_SUM_END || !arm_is_shift(-factor.shift)) outputs->is_unbounded = 1;
  return (arm_channel){.bias = bias, .multiplier = factor.multiplier, .shift = factor.shift};
}

/* Makes the multiplier and shift of a bounded channel what the header's formula takes. */
static void bind_channel(arm_channel *channel, int32_t zero_point) {
  channel->shift = arm_last_shift(-channel->shift);
  channel->rounding = (1 << (channel->shift - 1)) + zero_point * (1 << channel->shift);
}

void arm_finish_channels(arm_outputs *outputs, arm_channel *channels, int32_t count) {
  const thimble_range range = outputs->quantization.range;
  if (outputs->is_unbounded) return;
  outputs->is_plain = range.min == INT8_MIN && range.max == INT8_MAX;
  for (int32_t i = 0; i < count; i++) bind_channel(&channels[i], outputs->quantization.zero_point);
}

int8_t arm_store(int32_t sum, const arm_channel *channel, const arm_outputs *outputs) {
  if (outputs->is_unbounded) {
    const thimble_multiplier factor = {channel->multiplier, channel->shift};
    return (int8_t)thimble_store(thimble_requantize(sum, factor), &outputs->quantization);
  }
  const thimble_range range = outputs->quantization.range;
  return (int8_t)thimble_clamp(arm_store_plain(sum, channel), range.min, range.max);
}

#endif
