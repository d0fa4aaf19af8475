#ifndef THIMBLE_ARITHMETIC_REQUANTIZE_SCALAR_H
#define THIMBLE_ARITHMETIC_REQUANTIZE_SCALAR_H

#include <thimble/kit/requantize.h>

/* Requantization of one accumulator, as the reference kernels define it. */

/* What a layer does with its accumulators: the parameters common to all its channels. */
typedef struct {
  int32_t zero_point;
  int32_t activation_min;
  int32_t activation_max;
} output_range;

static inline int32_t offset_and_clamp(int32_t scaled, output_range range) {
  const int32_t value = (int32_t)((uint32_t)scaled + (uint32_t)range.zero_point);
  if (value < range.activation_min) return range.activation_min;
  return value > range.activation_max ? range.activation_max : value;
}

static inline int32_t requantize_scalar(int32_t accumulator, int32_t multiplier, int32_t shift, output_range range) {
  return offset_and_clamp(thimble_requantize(accumulator, (thimble_multiplier){multiplier, shift}), range);
}

typedef enum {
  /* All 64 bits of a sum, a multiplier of 15 bits, rounded once. */
  REQUANTIZE_64_BITS,
  /* The lower 32 bits of a sum, rounded twice as for int8. */
  REQUANTIZE_32_BITS,
} accumulator_width;

static inline int32_t requantize_wide(int64_t accumulator, int32_t multiplier, int32_t shift, accumulator_width width,
                                      output_range range) {
  if (width == REQUANTIZE_32_BITS) return requantize_scalar((int32_t)accumulator, multiplier, shift, range);
  return offset_and_clamp(thimble_requantize_64(accumulator, (thimble_multiplier){multiplier, shift}), range);
}

#endif
