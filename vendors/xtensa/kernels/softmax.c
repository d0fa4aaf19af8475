#include <thimble/kit/softmax.h>

#include "kernels.h"
#include "shared/reciprocal.h"

static int32_t greatest_of(const int8_t *input, int32_t count) {
  int32_t greatest = INT8_MIN, i = 0;
  if (count >= 16) {
    hifi_int8x16 lanes = hifi_movda8(INT8_MIN);
    for (; count - i >= 16; i += 16) lanes = hifi_max8(lanes, hifi_lav8x8x2(input + i, 16));
    greatest = hifi_rmax8(lanes);
  }
  for (; i < count; i++) greatest = hifi_max(greatest, hifi_l8s(input + i));
  return greatest;
}

/* The sum of a row's exponentials, Q12.19. */
static int32_t sum_up(const int32_t *exponentials, const int8_t *input, int32_t depth, hifi_int16x4 greatest) {
  int32_t sum = 0;
  for (int32_t i = 0; i < depth; i += 4) {
    const int32_t left = depth - i, count = left < 4 ? left : 4;
    const hifi_int16x4 differences = hifi_sub16(greatest, hifi_load_up_to_4(input + i, left));
    for (int32_t lane = 0; lane < count; lane++) {
      const int32_t exponential = hifi_l32(exponentials + hifi_movad16(differences, lane));
      const int32_t rounded = hifi_add(exponential, 1 << (THIMBLE_SOFTMAX_SUM_BITS - 1));
      sum = hifi_add(sum, hifi_srli(rounded, THIMBLE_SOFTMAX_SUM_BITS));
    }
  }
  return sum;
}

/* What turns exponentials into probabilities: 1 / sum as a fraction, and the bits to the right that it leaves. */
typedef struct normalization {
  int32_t inverse;
  int32_t right;
  int32_t half;
} normalization;

static normalization normalize(int32_t sum, int32_t bits) {
  const int32_t zeros = hifi_nsau(sum);
  const int32_t fraction = hifi_add(hifi_sll(sum, zeros), INT32_MIN);
  const int32_t right = hifi_sub(THIMBLE_SOFTMAX_SUM_BITS + 31 - bits, zeros);
  return (normalization){reciprocal(fraction), right, hifi_srli(hifi_sll(1, right), 1)};
}

static int32_t probability(int32_t exponential, const normalization *by) {
  return hifi_srl(hifi_add(hifi_mulfp32ras(exponential, by->inverse), by->half), by->right);
}

/* Outputs of `bits` bits in units of 2^-bits, their zero point the least that they can store. */
#define SOFTMAX_INVOKE(type, element, bits, min, max)                                                              \
  static void normalize_row_##type(const int32_t *exponentials, const int8_t *input, int32_t depth,                \
                                   element *output) {                                                              \
    const hifi_int16x4 greatest = hifi_movda16(greatest_of(input, depth));                                         \
    const normalization by = normalize(sum_up(exponentials, input, depth, greatest), bits);                        \
    for (int32_t i = 0; i < depth; i += 4) {                                                                       \
      const int32_t left = depth - i, count = left < 4 ? left : 4;                                                 \
      const hifi_int16x4 differences = hifi_sub16(greatest, hifi_load_up_to_4(input + i, left));                   \
      for (int32_t lane = 0; lane < count; lane++) {                                                               \
        const int32_t exponential = hifi_l32(exponentials + hifi_movad16(differences, lane));                      \
        hifi_##type(hifi_min(hifi_add(probability(exponential, &by), min), max), output + i + lane);               \
      }                                                                                                            \
    }                                                                                                              \
  }                                                                                                                \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                              \
    (void)host;                                                                                                    \
    const thimble_softmax *softmax = node->data;                                                                   \
    const int8_t *input = thimble_input(node, 0)->data;                                                            \
    element *output = thimble_output(node, 0)->data;                                                               \
    for (int32_t row = 0; row < softmax->rows; row++, input += softmax->depth, output += softmax->depth)           \
      normalize_row_##type(node->constants, input, softmax->depth, output);                                        \
    return THIMBLE_OK;                                                                                             \
  }

SOFTMAX_INVOKE(s8, int8_t, 8, INT8_MIN, INT8_MAX)
SOFTMAX_INVOKE(s16, int16_t, 16, INT16_MIN, INT16_MAX)

THIMBLE_KERNEL(softmax_s8, "SOFTMAX", "int8 -> int8", THIMBLE_EXACT_REQUANTIZED, .in_place = 1,
               .prepare = thimble_prepare_softmax_table, .invoke = invoke_s8);
THIMBLE_KERNEL(softmax_s8_s16, "SOFTMAX", "int8 -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_softmax_table, .invoke = invoke_s16);
