/* Series of outputs, requantized four at a time when all sums are known. */
#ifndef ARM_MVE_ROW_SERIES_H
#define ARM_MVE_ROW_SERIES_H

#include "../shared/series.h"
#include "lanes.h"
#include "rows.h"

/* Bytes of scratch for vectors of `length` elements and series of `count` outputs. */
static inline uint32_t arm_series_bytes(int32_t length, int32_t count) {
  (void)length;
  return (uint32_t)count * (uint32_t)sizeof(int32_t);
}

/* Stores the outputs of `count` sums without their biases, `step` apart. */
static inline void arm_store_series(const arm_series *by, const int32_t *biases, int32_t count, const int32_t *sums,
                                    int8_t *output, int32_t step) {
  const arm_factor factor = arm_factor_of(by->scaling.factor);
  const thimble_output_quantization clamp = {by->before, {INT8_MIN, INT8_MAX}};
  const arm_lane_outputs all = arm_lane_outputs_of(&clamp);
  const uint32x4_t offsets = arm_lane_offsets(step);
  const int32_t after = by->after;
  for (; count > 0; count -= ARM_LANES, sums += ARM_LANES, biases += ARM_LANES, output += ARM_LANES * step) {
    const mve_pred16_t some = vctp32q((uint32_t)count);
    const int32x4_t sum = vaddq_s32(vldrwq_z_s32(sums, some), vldrwq_z_s32(biases, some));
    const int32x4_t stored = arm_store_lanes(arm_requantize_lanes(sum, &factor), &all);
    vstrbq_scatter_offset_p_s32(output, offsets, vaddq_n_s32(stored, after), some);
  }
}

/* Products of a vector with `count` rows of weights; `more` is added to each sum. Outputs are `step` apart. */
static inline void arm_multiply_series(const arm_series *by, const int32_t *biases, uint32_t more, int32_t count,
                                       const int8_t *vector, const int8_t *weights, int32_t length, int8_t *output,
                                       int32_t step, void *scratch) {
  arm_sum_rows(scratch, vector, weights, length, count, (int32_t)more);
  arm_store_series(by, biases, count, scratch, output, step);
}

/* Products of `count` rows, each with its own weights. */
static inline void arm_dot_series(const arm_series *by, const int32_t *biases, int32_t count, const int8_t *rows,
                                  const int8_t *weights, int32_t length, int8_t *output, void *scratch) {
  int32_t *sums = scratch;
  for (int32_t i = 0; i < count; i++, rows += length, weights += length) {
    sums[i] = arm_dot_s8(rows, weights, length, 0);
  }
  arm_store_series(by, biases, count, sums, output, 1);
}

#endif
