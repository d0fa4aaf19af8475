#include <thimble/kit/fully_connected.h>

#include "kernels.h"
#include "shared/dot.h"
#include "shared/store.h"

/* What a zero point of the weights adds to each sum: the sum of the inputs with it. Models have none. */
static int64_t filter_offset_sum(const int8_t *input, int32_t length, const thimble_layer *layer) {
  int64_t sum = 0;
  if (layer->filter_offset == 0) return sum;
  for (int32_t i = 0; i < length; i++) sum += input[i] + layer->input_offset;
  return sum * layer->filter_offset;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const thimble_layer *layer = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, layer, THIMBLE_FULLY_CONNECTED_INPUTS);
  const int32_t length = params->input_depth, depth = params->output_depth;
  const hifi_int16x4 offset = hifi_movda16(layer->input_offset);
  const int8_t *input = data.input;
  int8_t *output = data.output;
  for (int32_t batch = 0; batch < params->batches; batch++, input += length, output += depth) {
    const int64_t start = filter_offset_sum(input, length, layer);
    for (int32_t channel = 0; channel < depth; channel += 4) {
      const int32_t left = depth - channel, count = left < 4 ? left : 4;
      const filter_rows filters = {(const int8_t *)data.filter + channel * length, length, count};
      int64_t sums[4] = {start, start, start, start};
      add_products(sums, input, &filters, length, offset);
      for (int32_t i = 0; i < count; i++)
        store_sum(hifi_movad32_l(sums[i]), channel + i, layer, &data, output + channel + i);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(fully_connected_s8, "FULLY_CONNECTED", "int8, int8|int4, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke);
