/* Rows of ADD and SUB. */
#ifndef XTENSA_SUM_ROW_H
#define XTENSA_SUM_ROW_H

#include <thimble/kit/arithmetic.h>

#include "requantize.h"

/* One of both inputs: what is added to it, and how it comes to the common scale. */
typedef struct term {
  const int8_t *input;
  int32_t step;
  hifi_int16x4 offset;
  hifi_scaling scaling;
} term;

static inline term term_of(const void *input, int32_t step, int32_t offset, const thimble_multiplier *factor) {
  return (term){input, step, hifi_movda16(offset), scaling_of(factor)};
}

/* Up to four inputs less their zero point, from the i-th on: neighbours, or one for all. */
static inline hifi_int16x4 load_term(const term *of, int32_t i, int32_t count) {
  const hifi_int16x4 stored = of->step == 0 ? hifi_movda16(*of->input) : hifi_load_up_to_4(of->input + i, count);
  return hifi_add16(stored, of->offset);
}

static inline int32_t scale_term(const term *of, hifi_int16x4 inputs, int32_t lane, int32_t left_shift) {
  return requantize(hifi_slli(hifi_movad16(inputs, lane), left_shift), &of->scaling);
}

/** A row of outputs: `put_together` adds both terms in the common scale, or subtracts the second. */
static inline void sum_row(const thimble_sum_quantization *q, const thimble_binary_row *row,
                           int32_t (*put_together)(int32_t a, int32_t b)) {
  const term first = term_of(row->first, row->first_step, q->first_offset, &q->first);
  const term second = term_of(row->second, row->second_step, q->second_offset, &q->second);
  const hifi_scaling total = scaling_of(&q->total);
  int8_t *output = row->output;
  for (int32_t i = 0; i < row->length; i += 4) {
    const int32_t left = row->length - i, count = left < 4 ? left : 4;
    const hifi_int16x4 a = load_term(&first, i, left), b = load_term(&second, i, left);
    for (int32_t lane = 0; lane < count; lane++) {
      const int32_t x = scale_term(&first, a, lane, q->left_shift), y = scale_term(&second, b, lane, q->left_shift);
      hifi_s8(clamp_output(requantize(put_together(x, y), &total), &q->output), output + i + lane);
    }
  }
}

#endif
