/* The greatest tap of each channel, four channels a word. */
#ifndef ARM_DSP_GREATEST_TAPS_H
#define ARM_DSP_GREATEST_TAPS_H

#include "../shared/dsp.h"
#include "../shared/pool.h"
#include "../shared/words.h"

/* x in each byte. */
static inline uint32_t arm_spread_byte(int32_t x) { return (uint32_t)(uint8_t)x * UINT32_C(0x01010101); }

/* Stores the outputs of `depth` channels from `input` on, at least four: the last four may overlap those before. */
static inline void arm_store_greatest(int8_t *output, const arm_pool_taps *taps, const int8_t *input, int32_t depth,
                                      thimble_range range) {
  const uint32_t min = arm_spread_byte(range.min), max = arm_spread_byte(range.max);
  for (int32_t from = 0; from < depth; from += ARM_POOL_CHANNELS) {
    const int32_t at = from + ARM_POOL_CHANNELS > depth ? depth - ARM_POOL_CHANNELS : from;
    uint32_t greatest = min;
    ARM_EACH_TAP(taps, input + at, tap) greatest = dsp_max_s8(greatest, arm_load_word(tap));
    arm_store_word(output + at, dsp_min_s8(greatest, max));
  }
}

#endif
