#include "lstm_layer.h"

#include <thimble/kit/requantize.h>

#include "matrix_vector.h"
#include "store_sums.h"

void lstm_layer_s8(const int8_t *weights, const void *bias, int32_t units, int32_t depth, const int16_t *activations,
                   thimble_multiplier factor, int64_t *scratch, int16_t *output) {
  const thimble_sum_storage storage = {0, factor, {0, {INT16_MIN, INT16_MAX}}};
  const int32_t *biases = bias;
  int32_t *const sums = (int32_t *)scratch;
  matrix_vector_s8(weights, units, depth, activations, sums);
  for (int32_t i = 0; biases && i < units; i++) sums[i] = (int32_t)((uint32_t)sums[i] + (uint32_t)biases[i]);
  store_sums_s16(&storage, sums, output, units);
}

void lstm_layer_s16(const int8_t *weights, const void *bias, int32_t units, int32_t depth, const int16_t *activations,
                    thimble_multiplier factor, int64_t *sums, int16_t *output) {
  const int64_t *biases = bias;
  matrix_vector_s8_s64(weights, units, depth, activations, sums);
  for (int32_t i = 0; i < units; i++) {
    const int32_t scaled = thimble_requantize_64(sums[i] + (biases ? biases[i] : 0), factor);
    output[i] = (int16_t)thimble_clamp(scaled, INT16_MIN, INT16_MAX);
  }
}
