/* The logistic function and tanh in units of 2^-15, of the kit's table, in HiFi's instructions. */
#ifndef XTENSA_SIGMOID_H
#define XTENSA_SIGMOID_H

#include <thimble/kit/sigmoidal.h>

#include "hifi.h"

/** thimble_table_argument. */
static inline int32_t table_argument(int32_t stored, const thimble_sigmoid_argument *by) {
  const int32_t half = by->shift > 0 ? hifi_sll(1, by->shift - 1) : 0;
  return hifi_sra(hifi_add(hifi_mull(stored, by->multiplier), half), by->shift);
}

/* The table at steps of 2^bits, which are what a result counts; `most` from its end on. */
static inline int32_t interpolate(int32_t magnitude, int32_t bits, int32_t most) {
  const int32_t index = hifi_srli(magnitude, bits);
  if (index >= THIMBLE_SIGMOID_TABLE_END) return most;
  const int32_t start = hifi_l16u(thimble_sigmoid_table + index);
  const int32_t slope = hifi_sub(hifi_l16u(thimble_sigmoid_table + index + 1), start);
  return hifi_add(hifi_slli(start, bits), hifi_mull(hifi_extui(magnitude, bits), slope));
}

/** thimble_sigmoid_at. */
static inline int32_t sigmoid_at(int32_t argument) {
  const int32_t result = interpolate(hifi_abs(argument), 9, 0x7fff << 10);
  const int32_t half = 1 << 9, mirrored = hifi_sub((1 << 25) + half - 1, result);
  return hifi_srai(hifi_movltz(hifi_add(result, half), mirrored, argument), 10);
}

/** thimble_tanh_at. */
static inline int32_t tanh_at(int32_t argument) {
  const int32_t result = interpolate(hifi_abs(argument), 8, 0xffff << 8);
  const int32_t half = 1 << 7, middle = 1 << 23, mirrored = hifi_sub(middle + half - 1, result);
  return hifi_srai(hifi_movltz(hifi_add(result, half - middle), mirrored, argument), 8);
}

/** [invoke] Applies one of both to every int16 of input 0, by the node's `thimble_sigmoidal_s16`. */
static inline thimble_status apply_s16(thimble_node *node, int32_t (*function)(int32_t argument)) {
  const thimble_sigmoidal_s16 *record = node->data;
  const int16_t *input = thimble_input(node, 0)->data;
  int16_t *output = thimble_output(node, 0)->data;
  for (int32_t i = 0; i < record->count; i++)
    hifi_s16(function(table_argument(hifi_l16s(input + i), &record->argument)), output + i);
  return THIMBLE_OK;
}

#endif
