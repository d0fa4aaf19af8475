/* Rows of products, one at a time. */
#ifndef ARM_SCALAR_MUL_ROW_H
#define ARM_SCALAR_MUL_ROW_H

#include <thimble/kit/arithmetic.h>

#include "scaling.h"

typedef struct arm_product {
  thimble_product_quantization q;
  arm_scaling scaling;
} arm_product;

static inline arm_product arm_product_of(thimble_product_quantization q) {
  return (arm_product){q, arm_scaling_of(q.factor, INT64_C(255) * 255)};
}

/* [supports] Declines products that are not bounded. */
static inline thimble_status arm_supports_product(const thimble_host *host, const thimble_node *node,
                                                  const arm_product *product) {
  (void)node;
  return product->scaling.rounding != 0 ? THIMBLE_OK : thimble_decline(host, "the product's factor is out of range");
}

static inline void arm_multiply_stored_row(const void *params, const thimble_binary_row *row) {
  const arm_product *by = params;
  const arm_scaling scaling = by->scaling;
  const int32_t first_offset = by->q.first_offset, second_offset = by->q.second_offset;
  const int32_t zero_point = by->q.output.zero_point, min = by->q.output.range.min, max = by->q.output.range.max;
  const int8_t *first = row->first, *second = row->second;
  int8_t *output = row->output;
  for (const int8_t *const end = output + row->length; output < end;) {
    const int32_t product = (*first + first_offset) * (*second + second_offset);
    const int32_t scaled = arm_scale_bounded(product, &scaling);
    *output++ = (int8_t)thimble_clamp(scaled + zero_point, min, max);
    first += row->first_step;
    second += row->second_step;
  }
}

#endif
