#include <thimble/kit/exp.h>
#include <thimble/kit/softmax.h>

#include "portable_kernels.h"

/* The greatest of a row, which begins with `from`. */
#define GREATEST(type)                                                                      \
  static type greatest_##type(const type *input, int32_t n, type from) {                    \
    type greatest = from;                                                                   \
    for (int32_t i = 0; i < n; i++) greatest = input[i] > greatest ? input[i] : greatest;   \
    return greatest;                                                                        \
  }

GREATEST(int8_t)
GREATEST(int16_t)
GREATEST(float)

/* One row of int8; the exponentials are left in `terms`. */
static thimble_normalization normalize_row(const thimble_softmax *softmax, const int8_t *input, int32_t *terms,
                                           int32_t bits) {
  const int32_t greatest = greatest_int8_t(input, softmax->depth, INT8_MIN);
  uint32_t sum = 0;
  for (int32_t i = 0; i < softmax->depth; i++) {
    terms[i] = thimble_exponential_of(greatest - input[i], &softmax->exponent);
    sum += thimble_exponential_term(terms[i]);
  }
  return thimble_normalize(sum, bits);
}

/* Outputs of `bits` bits in units of 2^-bits, their zero point the least that they can store. */
#define SOFTMAX_S8_ROW(name, element, bits, min, max)                                                       \
  static void name(const thimble_softmax *softmax, const int8_t *input, element *output, void *scratch) {   \
    int32_t *terms = scratch;                                                                               \
    const thimble_normalization by = normalize_row(softmax, input, terms, bits);                            \
    for (int32_t i = 0; i < softmax->depth; i++) {                                                          \
      const int32_t stored = thimble_probability(terms[i], &by) + (min);                                    \
      output[i] = (element)(stored > (max) ? (max) : stored);                                               \
    }                                                                                                       \
  }

SOFTMAX_S8_ROW(row_s8, int8_t, 8, INT8_MIN, INT8_MAX)
SOFTMAX_S8_ROW(row_s8_s16, int16_t, 16, INT16_MIN, INT16_MAX)

/* Exponentials wait in the output for their sum. */
static void row_s16(const thimble_softmax *softmax, const int16_t *input, int16_t *output, void *scratch) {
  (void)scratch;
  const int32_t greatest = greatest_int16_t(input, softmax->depth, INT16_MIN);
  uint32_t sum = 0;
  for (int32_t i = 0; i < softmax->depth; i++) {
    output[i] = (int16_t)thimble_exponential_s16(input[i] - greatest, softmax->factor);
    sum += (uint32_t)output[i];
  }
  const int32_t scale = thimble_reciprocal_s16(sum), shift = 31 - __builtin_clz(sum);
  for (int32_t i = 0; i < softmax->depth; i++) {
    const int32_t value = (output[i] * scale + (1 << (shift - 1))) >> shift;
    output[i] = (int16_t)thimble_clamp(value, 0, INT16_MAX);
  }
}

static void row_f32(const thimble_softmax *softmax, const float *input, float *output, void *scratch) {
  (void)scratch;
  const float greatest = greatest_float(input, softmax->depth, input[0]);
  float sum = 0;
  for (int32_t i = 0; i < softmax->depth; i++) {
    output[i] = thimble_exp_f32((input[i] - greatest) * softmax->beta);
    sum += output[i];
  }
  for (int32_t i = 0; i < softmax->depth; i++) output[i] /= sum;
}

#define SOFTMAX_KERNEL(suffix, from, to, type_list, accuracy, scratch_bytes)                                        \
  static thimble_status prepare_##suffix(const thimble_host *host, thimble_node *node) {                            \
    return thimble_prepare_softmax(host, node, scratch_bytes);                                                      \
  }                                                                                                                 \
  static thimble_status invoke_##suffix(const thimble_host *host, thimble_node *node) {                             \
    (void)host;                                                                                                     \
    const thimble_softmax *softmax = node->data;                                                                    \
    const from *input = thimble_input(node, 0)->data;                                                               \
    to *output = thimble_output(node, 0)->data;                                                                     \
    for (int32_t row = 0; row < softmax->rows; row++, input += softmax->depth, output += softmax->depth) {          \
      row_##suffix(softmax, input, output, node->scratch);                                                          \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }                                                                                                                 \
  THIMBLE_KERNEL(softmax_##suffix, "SOFTMAX", type_list, accuracy, .prepare = prepare_##suffix,                     \
                 .invoke = invoke_##suffix)

SOFTMAX_KERNEL(s8, int8_t, int8_t, "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, 4);
SOFTMAX_KERNEL(s8_s16, int8_t, int16_t, "int8 -> int16", THIMBLE_EXACT_REQUANTIZED, 4);
SOFTMAX_KERNEL(s16, int16_t, int16_t, "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, 0);
SOFTMAX_KERNEL(f32, float, float, "float32 -> float32", THIMBLE_WITHIN_TOLERANCE, 0);
