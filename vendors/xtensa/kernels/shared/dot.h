/* Inputs by up to four filters at once, so that an input is loaded once for all. */
#ifndef XTENSA_DOT_H
#define XTENSA_DOT_H

#include "activations.h"

/** Filters one behind the other, each `step` elements long. */
typedef struct filter_rows {
  const int8_t *weights;
  int32_t step;
  /** 1 to 4. */
  int32_t count;
} filter_rows;

/** Adds the products of `length` inputs of a type, to each of which `offset` is added, to the filters' sums. */
static inline void add_products(int64_t sums[4], const activation_type *type, const int8_t *input,
                                const filter_rows *filters, int32_t length, hifi_int16x4 offset) {
  for (int32_t i = 0; i < length; i += 4) {
    const hifi_int16x4 stored = type->stored->load(input + i * type->stored->bytes, length - i);
    const hifi_int16x4 x = offset_activations(type, stored, offset);
    for (int32_t row = 0; row < filters->count; row++) {
      const int8_t *weights = filters->weights + row * filters->step + i;
      sums[row] = hifi_mulaaaaq16(sums[row], x, hifi_load_up_to_4(weights, length - i));
    }
  }
}

/**
 * What an offset adds to a filter's sum of products where the type's inputs are loaded without it. Models of int16 have
 * none.
 */
static inline int64_t left_out_products(const activation_type *type, const int8_t *weights, int32_t length,
                                        int32_t offset) {
  int64_t sum = 0;
  if (type->adds_offset || offset == 0) return sum;
  for (int32_t i = 0; i < length; i++) sum += (int64_t)offset * weights[i];
  return sum;
}

/** Stores the outputs of `count` sums, of the channels from `channel` on; the first one at `to`. */
static inline void store_sums(const int64_t sums[4], const activation_type *type, int32_t channel, int32_t count,
                              const thimble_layer *layer, const thimble_layer_data *data, int8_t *to) {
  for (int32_t i = 0; i < count; i++) store_sum(type, sums[i], channel + i, layer, data, to + i * type->stored->bytes);
}

#endif
