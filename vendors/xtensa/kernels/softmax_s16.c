#include <thimble/kit/softmax.h>

#include "kernels.h"
#include "shared/requantize.h"

static int32_t greatest_of(const int16_t *input, int32_t count) {
  hifi_int16x4 lanes = hifi_l16(input);
  int32_t i = 0;
  for (; count - i >= 4; i += 4) lanes = hifi_max16(lanes, hifi_l16x4(input + i));
  int32_t greatest = hifi_rmax16x4(lanes);
  for (; i < count; i++) greatest = hifi_max(greatest, hifi_l16s(input + i));
  return greatest;
}

/* thimble_interpolate_s16. */
static inline int32_t interpolate(const int16_t *table, int32_t x) {
  const int16_t *entry = table + 256 + hifi_srai(x, 7);
  const int32_t base = hifi_l16s(entry), slope = hifi_sub(hifi_l16s(entry + 1), base);
  return hifi_add(base, hifi_srai(hifi_add(hifi_mull(slope, hifi_extui(x, 7)), 64), 7));
}

/* thimble_exponential_s16: units of 10 / 65535 from -10 on, whose middle the table's arguments count from. */
static inline int32_t exponential_of(int32_t difference, const hifi_scaling *by) {
  const int32_t scaled = hifi_min(hifi_max(requantize(difference, by), INT16_MIN - INT16_MAX), 0);
  return interpolate(thimble_exponentials_s16, hifi_add(scaled, INT16_MAX));
}

/* Exponentials wait in the output for their sum, Q16.15. */
static int32_t store_exponentials(const int16_t *input, int32_t depth, const hifi_scaling *by, int16_t *output) {
  const hifi_int16x4 greatest = hifi_movda16(greatest_of(input, depth));
  int32_t sum = 0;
  for (int32_t i = 0; i < depth; i += 4) {
    const int32_t left = depth - i, count = left < 4 ? left : 4;
    const hifi_int32x4 differences = hifi_subw16(hifi_load_up_to_4_s16(input + i, left), greatest);
    for (int32_t lane = 0; lane < count; lane++) {
      const int32_t exponential = exponential_of(hifi_movad32(differences, lane), by);
      hifi_s16(exponential, output + i + lane);
      sum = hifi_add(sum, exponential);
    }
  }
  return sum;
}

/* thimble_reciprocal_s16. */
static int32_t reciprocal_of(int32_t sum, int32_t zeros) {
  const int32_t rounded = hifi_add(hifi_sll(sum, hifi_sub(zeros, 1)), 1 << 13);
  return interpolate(thimble_reciprocals_s16, hifi_clamps16(hifi_sub(hifi_srli(rounded, 14), 0x18000)));
}

static void normalize(int16_t *output, int32_t depth, int32_t sum) {
  const int32_t zeros = hifi_nsau(sum), right = hifi_sub(31, zeros);
  const hifi_int16x4 scale = hifi_movda16(reciprocal_of(sum, zeros));
  hifi_begin_stores();
  for (int32_t i = 0; i < depth; i += 4) {
    const hifi_int32x4 products = hifi_mul16x4(hifi_load_up_to_4_s16(output + i, depth - i), scale);
    hifi_store_up_to_4_s16(hifi_sat16x4(hifi_sraa32rs(products, right)), output + i, depth - i);
  }
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  return thimble_prepare_softmax(host, node, 0);
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_softmax *softmax = node->data;
  const hifi_scaling by = scaling_of(&softmax->factor);
  const int32_t depth = softmax->depth;
  const int16_t *input = thimble_input(node, 0)->data;
  int16_t *output = thimble_output(node, 0)->data;
  for (int32_t row = 0; row < softmax->rows; row++, input += depth, output += depth)
    normalize(output, depth, store_exponentials(input, depth, &by, output));
  return THIMBLE_OK;
}

THIMBLE_KERNEL(softmax_s16, "SOFTMAX", "int16 -> int16", THIMBLE_EXACT_REQUANTIZED, .in_place = 1, .prepare = prepare,
               .invoke = invoke);
