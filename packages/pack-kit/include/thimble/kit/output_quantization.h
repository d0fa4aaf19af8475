/* Zero point and clamp of a quantized output. */
#ifndef THIMBLE_KIT_OUTPUT_QUANTIZATION_H
#define THIMBLE_KIT_OUTPUT_QUANTIZATION_H

#include "activation_range.h"
#include "requantize.h"

typedef struct thimble_output_quantization {
  int32_t zero_point;
  thimble_range range;
} thimble_output_quantization;

/** The stored output for a number in the output's scale: the zero point is added in 32 bits, which wrap; clamped. */
static inline int32_t thimble_store(int32_t scaled, const thimble_output_quantization *output) {
  const int32_t value = (int32_t)((uint32_t)scaled + (uint32_t)output->zero_point);
  return thimble_clamp(value, output->range.min, output->range.max);
}

#endif
