/* A positive real factor as integers: TFLite's QuantizeMultiplier, without a math library. */
#ifndef THIMBLE_KIT_QUANTIZE_MULTIPLIER_H
#define THIMBLE_KIT_QUANTIZE_MULTIPLIER_H

#include <stdint.h>

/** multiplier * 2^(shift - 31); multiplier in [2^30, 2^31), or 0. A positive shift goes left. */
typedef struct thimble_multiplier {
  int32_t multiplier;
  int32_t shift;
} thimble_multiplier;

/**
 * The fixed-point form of a real factor: its fraction in [0.5, 1) rounded to 31 bits, half up. 0 for factors that are
 * not positive and finite, and for those under 2^-32.
 *
 * A double is 1.m * 2^(e - 1023) with 52 bits of m. As a fraction in [0.5, 1) with the exponent e - 1022 its 53 bits
 * stand for m53 * 2^-53, of which the upper 31 are kept.
 */
static inline thimble_multiplier thimble_quantize_multiplier(double real) {
  thimble_multiplier result = {0, 0};
  union {
    double value;
    uint64_t bits;
  } number;
  number.value = real;
  const int32_t exponent = (int32_t)(number.bits >> 52);
  if (exponent <= 0 || exponent >= 0x7ff) return result;
  const uint64_t fraction = (number.bits & ((UINT64_C(1) << 52) - 1)) | (UINT64_C(1) << 52);
  const uint64_t rounded = (fraction + (UINT64_C(1) << 21)) >> 22;
  const int32_t carry = (int32_t)(rounded >> 31);
  const int32_t shift = exponent - 1022 + carry;
  if (shift < -31) return result;
  result.multiplier = (int32_t)(rounded >> carry);
  result.shift = shift;
  return result;
}

#endif
