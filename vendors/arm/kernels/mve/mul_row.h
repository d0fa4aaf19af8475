/* Rows of products, four at a time. */
#ifndef ARM_MVE_MUL_ROW_H
#define ARM_MVE_MUL_ROW_H

#include <thimble/kit/arithmetic.h>

#include "dense_rows.h"
#include "lanes.h"

typedef thimble_product_quantization arm_product;

static inline arm_product arm_product_of(thimble_product_quantization q) { return q; }

/* [supports] Declines inputs that repeat along a row. */
static inline thimble_status arm_supports_product(const thimble_host *host, const thimble_node *node,
                                                  const arm_product *product) {
  (void)product;
  return arm_supports_dense_rows(host, node);
}

static inline void arm_multiply_stored_row(const void *params, const thimble_binary_row *row) {
  const arm_product *by = params;
  const int8_t *first = row->first, *second = row->second;
  const int32_t first_offset = by->first_offset, second_offset = by->second_offset;
  const arm_factor factor = arm_factor_of(by->factor);
  const arm_lane_outputs outputs = arm_lane_outputs_of(&by->output);
  int8_t *output = row->output;
  for (int32_t left = row->length; left > 0; left -= ARM_LANES) {
    const mve_pred16_t some = vctp32q((uint32_t)left);
    const int32x4_t a = vaddq_n_s32(vldrbq_z_s32(first, some), first_offset);
    const int32x4_t b = vaddq_n_s32(vldrbq_z_s32(second, some), second_offset);
    vstrbq_p_s32(output, arm_store_lanes(arm_requantize_lanes(vmulq_s32(a, b), &factor), &outputs), some);
    first += ARM_LANES;
    second += ARM_LANES;
    output += ARM_LANES;
  }
}

#endif
