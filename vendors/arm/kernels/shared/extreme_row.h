/* Rows of the greater, or of the smaller, of two numbers. */
#ifndef ARM_EXTREME_ROW_H
#define ARM_EXTREME_ROW_H

#include <thimble/kit/arithmetic.h>

#include "tier.h"

#if ARM_HAS_MVE
#include "../mve/extremes.h"
#elif ARM_HAS_DSP
#include "../dsp/extremes.h"
#else
#include "../plain/extremes.h"
#endif

/* Elements that a row needs to be worth its preparations. */
enum { ARM_EXTREME_ROW = 4 };

/* [supports] Declines short rows. */
static inline thimble_status arm_supports_extremes(const thimble_host *host, const thimble_node *node) {
  thimble_dimensions all =
      thimble_broadcast_dimensions(thimble_input(node, 0), thimble_input(node, 1), THIMBLE_MAX_RANK);
  if (thimble_take_innermost(&all).extent >= ARM_EXTREME_ROW) return THIMBLE_OK;
  return thimble_decline(host, "rows of less than four elements");
}

/* Stores `length` outputs of a and b, which goes on by `step` elements every ARM_EXTREMES: as many, or 0. */
typedef void (*arm_extremes)(const int8_t *a, const int8_t *b, int32_t step, int32_t length, int8_t *output);

/* A row whose inputs go on by one element or stay: of one that stays, copies stand in a vector. */
static inline __attribute__((always_inline)) void arm_store_extremes(const thimble_binary_row *row,
                                                                     arm_extremes store) {
  const int32_t is_first = row->first_step > 0;
  _Alignas(4) int8_t copies[ARM_EXTREMES];
  if (row->first_step == row->second_step) {
    store(row->first, row->second, ARM_EXTREMES, row->length, row->output);
    return;
  }
  __builtin_memset(copies, *(const int8_t *)(is_first ? row->second : row->first), sizeof copies);
  store(is_first ? row->first : row->second, copies, 0, row->length, row->output);
}

#endif
