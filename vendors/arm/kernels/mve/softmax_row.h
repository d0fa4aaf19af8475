/* Probabilities, four at a time. */
#ifndef ARM_MVE_SOFTMAX_ROW_H
#define ARM_MVE_SOFTMAX_ROW_H

#include "../shared/mve.h"
#include "lanes.h"

static inline int32_t arm_greatest_s8(const int8_t *row, int32_t count) {
  int8_t greatest = INT8_MIN;
  for (; count > 0; count -= 16, row += 16) {
    const mve_pred16_t some = vctp8q((uint32_t)count);
    greatest = vmaxvq_p_s8(greatest, vldrbq_z_s8(row, some), some);
  }
  return greatest;
}

/* The exponentials of some inputs; 0 of the other lanes. */
static inline int32x4_t arm_exponentials_of(const int32_t *exponentials, const int8_t *input, int32x4_t greatest,
                                            mve_pred16_t some) {
  const uint32x4_t differences = vreinterpretq_u32_s32(vsubq_s32(greatest, vldrbq_z_s32(input, some)));
  return vldrwq_gather_shifted_offset_z_s32(exponentials, differences, some);
}

/* The sum of a row's exponentials, Q12.19; wraps. */
static inline uint32_t arm_sum_exponentials(const int32_t *exponentials, const int8_t *input, int32_t count,
                                            int32_t greatest) {
  const int32x4_t most = vdupq_n_s32(greatest);
  int32x4_t sums = vdupq_n_s32(0);
  for (; count > 0; count -= ARM_LANES, input += ARM_LANES) {
    const int32x4_t some = arm_exponentials_of(exponentials, input, most, vctp32q((uint32_t)count));
    sums = vaddq_s32(sums, vrshlq_n_s32(some, -THIMBLE_SOFTMAX_SUM_BITS));
  }
  return (uint32_t)sums[0] + (uint32_t)sums[1] + (uint32_t)sums[2] + (uint32_t)sums[3];
}

/* Stores a row's outputs. */
#define ARM_STORE_PROBABILITIES(name, element, low, high, store)                                                    \
  static inline void name(const int32_t *exponentials, const int8_t *input, int32_t count, int32_t greatest,        \
                          const arm_normalization *by, element *output) {                                           \
    const int32x4_t most = vdupq_n_s32(greatest), max = vdupq_n_s32(high);                                          \
    const int32_t inverse = by->inverse, right = -by->right;                                                        \
    for (; count > 0; count -= ARM_LANES, input += ARM_LANES, output += ARM_LANES) {                                \
      const mve_pred16_t some = vctp32q((uint32_t)count);                                                           \
      const int32x4_t product = vqrdmulhq_n_s32(arm_exponentials_of(exponentials, input, most, some), inverse);     \
      const int32x4_t stored = vaddq_n_s32(vrshlq_n_s32(product, right), low);                                      \
      store(output, vminq_s32(stored, max), some);                                                                  \
    }                                                                                                               \
  }

ARM_STORE_PROBABILITIES(arm_store_probabilities_s8, int8_t, INT8_MIN, INT8_MAX, vstrbq_p_s32)
ARM_STORE_PROBABILITIES(arm_store_probabilities_s16, int16_t, INT16_MIN, INT16_MAX, vstrhq_p_s32)

#endif
