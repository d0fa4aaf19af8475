#include <thimble/kit/fully_connected.h>

#include "kernels.h"
#include "shared/dot.h"

/* What a filter's zero point adds to its sum beside the products. */
static int64_t filter_offset_sum(const thimble_layer *layer, const stored_type *type, const int8_t *input,
                                 int32_t length) {
  int64_t sum = 0;
  if (layer->filter_offset == 0) return sum;
  for (int32_t i = 0; i < length; i++) {
    const int32_t stored = type->load(input + i * type->bytes, 1).lane[0];
    sum += (int64_t)(stored + layer->input_offset) * layer->filter_offset;
  }
  return sum;
}

static inline void multiply(const thimble_node *node, const activation_type *type) {
  const thimble_fully_connected_params *params = node->params;
  const thimble_layer *layer = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, layer, THIMBLE_FULLY_CONNECTED_INPUTS);
  const int32_t length = params->input_depth, depth = params->output_depth;
  const hifi_int16x4 offset = hifi_movda16(layer->input_offset);
  const int8_t *input = data.input;
  int8_t *output = data.output;
  for (int32_t batch = 0; batch < params->batches; batch++, input += length * type->stored->bytes) {
    for (int32_t channel = 0; channel < depth; channel += 4) {
      const int32_t left = depth - channel, count = left < 4 ? left : 4;
      const filter_rows filters = {(const int8_t *)data.filter + channel * length, length, count};
      int64_t sums[4];
      for (int32_t i = 0; i < count; i++) {
        const int64_t left_out = left_out_products(type, filters.weights + i * length, length, layer->input_offset);
        sums[i] = left_out + filter_offset_sum(layer, type->stored, input, length);
      }
      add_products(sums, type, input, &filters, length, offset);
      store_sums(sums, type, channel, count, layer, &data, output + channel * type->stored->bytes);
    }
    output += depth * type->stored->bytes;
  }
}

LAYER_INVOKES(multiply)

THIMBLE_KERNEL(fully_connected_s8, "FULLY_CONNECTED", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke_s8);
THIMBLE_KERNEL(fully_connected_s16, "FULLY_CONNECTED", "int16, int8, int32|int64? -> int16", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke_s16);
