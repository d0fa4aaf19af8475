#include "arm_kernels.h"
#include "shared/softmax_row.h"

/* Inputs that are worth a table. */
enum { LEAST_INPUTS = 8 };

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  if (thimble_input_info(host, node, 0)->element_count >= LEAST_INPUTS) return THIMBLE_OK;
  return thimble_decline(host, "less than eight inputs");
}

static arm_normalization normalization_of(uint32_t sum, int32_t bits) {
  const thimble_normalization by = thimble_normalize(sum, bits);
  return (arm_normalization){(int32_t)by.inverse, by.exponent};
}

/* Rows of outputs of `bits` bits in units of 2^-bits, their zero point the least that they can store. */
#define SOFTMAX_KERNEL(suffix, element, bits, to, store)                                                           \
  static thimble_status invoke_##suffix(const thimble_host *host, thimble_node *node) {                            \
    (void)host;                                                                                                    \
    const thimble_softmax *softmax = node->data;                                                                   \
    const int32_t *exponentials = node->constants, depth = softmax->depth;                                         \
    const int8_t *input = thimble_input(node, 0)->data;                                                            \
    element *output = thimble_output(node, 0)->data;                                                               \
    for (int32_t row = 0; row < softmax->rows; row++, input += depth, output += depth) {                           \
      const int32_t greatest = arm_greatest_s8(input, depth);                                                      \
      const arm_normalization by =                                                                                 \
          normalization_of(arm_sum_exponentials(exponentials, input, depth, greatest), bits);                      \
      store(exponentials, input, depth, greatest, &by, output);                                                    \
    }                                                                                                              \
    return THIMBLE_OK;                                                                                             \
  }                                                                                                                \
  THIMBLE_KERNEL(arm_softmax_##suffix, "SOFTMAX", "int8 -> " to, THIMBLE_EXACT_REQUANTIZED, .supports = supports,  \
                 .prepare = thimble_prepare_softmax_table, .invoke = invoke_##suffix)

SOFTMAX_KERNEL(s8, int8_t, 8, "int8", arm_store_probabilities_s8);
SOFTMAX_KERNEL(s8_s16, int16_t, 16, "int16", arm_store_probabilities_s16);
