/* Numbers to another scale, rounded once. */
#ifndef XTENSA_REQUANTIZE_H
#define XTENSA_REQUANTIZE_H

#include <thimble/kit/output_quantization.h>

#include "hifi.h"

/** A factor as it is multiplied by: its multiplier, how it is shifted, and half a unit of what goes on the right. */
typedef struct hifi_scaling {
  int32_t multiplier;
  /** Bits to the left; less than 0 of factors under 2^31. */
  int32_t left;
  int64_t half;
} hifi_scaling;

/* A multiplier with `fraction` fractional bits. A word shifted out to the left is 0, by however many bits. */
static inline hifi_scaling scaling_with(int32_t multiplier, int32_t shift, int32_t fraction) {
  const int32_t left = shift - fraction < 32 ? shift - fraction : 32;
  return (hifi_scaling){multiplier, left, left < 0 ? hifi_slaa64(1, -left - 1) : 0};
}

static inline hifi_scaling scaling_of(const thimble_multiplier *factor) {
  return scaling_with(hifi_l32(&factor->multiplier), hifi_l32(&factor->shift), 31);
}

/* Half a unit is added to the whole product, which is shifted. */
static inline int32_t round_product(int64_t product, const hifi_scaling *by) {
  return hifi_movad32_l(hifi_slaa64(hifi_add64(product, by->half), by->left));
}

/** thimble_requantize_single in HiFi's instructions. */
static inline int32_t requantize(int32_t x, const hifi_scaling *by) {
  return round_product(hifi_mul32_ll(x, by->multiplier), by);
}

/** That for sums of 64 bits: 16 bits of the multiplier. */
static inline hifi_scaling wide_scaling_of(const thimble_multiplier *factor) {
  return scaling_with(hifi_round16f32sasym(hifi_l32(&factor->multiplier)), hifi_l32(&factor->shift), 15);
}

/** thimble_requantize_64 in HiFi's instructions: both words of the sum are multiplied. */
static inline int32_t requantize_wide(int64_t x, const hifi_scaling *by) {
  const int64_t upper = hifi_mul32_ll(hifi_round32f64sasym(x), by->multiplier);
  const int64_t lower = hifi_mul32_ll((int32_t)x, by->multiplier);
  return round_product(hifi_add64(lower, hifi_slaa64(upper, 32)), by);
}

/** thimble_store: the stored output for a number in its scale. */
static inline int32_t clamp_output(int32_t scaled, const thimble_output_quantization *output) {
  return hifi_min(hifi_max(hifi_add(scaled, output->zero_point), output->range.min), output->range.max);
}

#endif
