#include <thimble/kit/arithmetic.h>

#include "kernels.h"
#include "shared/requantize.h"

/* One of both inputs: what is added to it, and how it comes to the common scale. */
typedef struct term {
  const int8_t *input;
  int32_t step;
  hifi_int16x4 offset;
  hifi_scaling scaling;
} term;

static term term_of(const void *input, int32_t step, int32_t offset, const thimble_multiplier *factor) {
  return (term){input, step, hifi_movda16(offset), scaling_of(factor)};
}

/* Up to four inputs less their zero point, from the i-th on: neighbours, or one for all. */
static hifi_int16x4 load(const term *of, int32_t i, int32_t count) {
  const hifi_int16x4 stored = of->step == 0 ? hifi_movda16(*of->input) : hifi_load_up_to_4(of->input + i, count);
  return hifi_add16(stored, of->offset);
}

static int32_t scale(const term *of, hifi_int16x4 inputs, int32_t lane, int32_t left_shift) {
  return requantize(hifi_slli(hifi_movad16(inputs, lane), left_shift), &of->scaling);
}

static void add_row(const void *params, const thimble_binary_row *row) {
  const thimble_sum_quantization *q = params;
  const term first = term_of(row->first, row->first_step, q->first_offset, &q->first);
  const term second = term_of(row->second, row->second_step, q->second_offset, &q->second);
  const hifi_scaling total = scaling_of(&q->total);
  const thimble_range *range = &q->output.range;
  int8_t *output = row->output;
  for (int32_t i = 0; i < row->length; i += 4) {
    const int32_t left = row->length - i, count = left < 4 ? left : 4;
    const hifi_int16x4 a = load(&first, i, left), b = load(&second, i, left);
    for (int32_t lane = 0; lane < count; lane++) {
      const int32_t sum = hifi_add(scale(&first, a, lane, q->left_shift), scale(&second, b, lane, q->left_shift));
      const int32_t value = hifi_add(requantize(sum, &total), q->output.zero_point);
      hifi_s8(hifi_min(hifi_max(value, range->min), range->max), output + i + lane);
    }
  }
}

THIMBLE_BINARY_KERNEL(add_s8, "ADD", "int8", int8_t, THIMBLE_EXACT_REQUANTIZED, thimble_prepare_add, add_row);
