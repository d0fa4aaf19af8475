/* Rows of ADD and SUB. */
#ifndef XTENSA_SUM_ROW_H
#define XTENSA_SUM_ROW_H

#include <thimble/kit/arithmetic.h>

#include "requantize.h"
#include "stored.h"

/* One of both inputs: what is taken from it, and how it comes to the common scale. */
typedef struct term {
  const int8_t *input;
  int32_t step;
  hifi_int16x4 zero_point;
  hifi_scaling scaling;
} term;

static inline term term_of(const void *input, int32_t step, int32_t offset, const thimble_multiplier *factor) {
  return (term){input, step, hifi_movda16(-offset), scaling_of(factor)};
}

/* Up to four inputs less their zero point, from the i-th on: neighbours, or one for all. */
static inline hifi_int32x4 load_term(const term *of, const stored_type *type, int32_t i, int32_t count) {
  const hifi_int16x4 stored =
      of->step == 0 ? type->load_same(of->input) : type->load(of->input + i * type->bytes, count);
  return hifi_subw16(stored, of->zero_point);
}

static inline int32_t scale_term(const term *of, hifi_int32x4 inputs, int32_t lane, int32_t left_shift) {
  return requantize(hifi_slli(hifi_movad32(inputs, lane), left_shift), &of->scaling);
}

/** A row of outputs of a type: `put_together` adds both terms in the common scale, or subtracts the second. */
static inline void sum_row(const thimble_sum_quantization *q, const thimble_binary_row *row, const stored_type *type,
                           int32_t (*put_together)(int32_t a, int32_t b)) {
  const term first = term_of(row->first, row->first_step, q->first_offset, &q->first);
  const term second = term_of(row->second, row->second_step, q->second_offset, &q->second);
  const hifi_scaling total = scaling_of(&q->total);
  int8_t *output = row->output;
  for (int32_t i = 0; i < row->length; i += 4) {
    const int32_t left = row->length - i, count = left < 4 ? left : 4;
    const hifi_int32x4 a = load_term(&first, type, i, left), b = load_term(&second, type, i, left);
    for (int32_t lane = 0; lane < count; lane++, output += type->bytes) {
      const int32_t x = scale_term(&first, a, lane, q->left_shift), y = scale_term(&second, b, lane, q->left_shift);
      type->store(clamp_output(requantize(put_together(x, y), &total), &q->output), output);
    }
  }
}

/** Defines the rows of both types, row_s8 and row_s16. */
#define SUM_ROWS(put_together)                                              \
  static void row_s8(const void *params, const thimble_binary_row *row) {  \
    sum_row(params, row, &stored_s8, put_together);                         \
  }                                                                         \
  static void row_s16(const void *params, const thimble_binary_row *row) { \
    sum_row(params, row, &stored_s16, put_together);                        \
  }

#endif
