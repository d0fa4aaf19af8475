/*
 * FULLY_CONNECTED in int8: each output is a sum of inputs times a row of weights, and a bias.
 *
 * A kernel has two moments. prepare, once: it may look at everything and ask for memory, and says what is wrong.
 * invoke, each time: a loop over numbers. It allocates nothing and cannot fail: what can fail failed in prepare.
 */
#include <thimble/kit/fully_connected.h>

/*
 * The sum of one row. This is the loop that is yours to make fast: it takes nearly all of the time. `input_offset` is the
 * input's zero point, negated; weights have one only where all rows share a scale. Sums wrap, so they are unsigned.
 */
static uint32_t sum_of_row(const int8_t *input, const int8_t *weights, int32_t depth, const thimble_layer *layer) {
  uint32_t sum = 0;
  for (int32_t i = 0; i < depth; i++) {
    sum += (uint32_t)((input[i] + layer->input_offset) * (weights[i] + layer->filter_offset));
  }
  return sum;
}

/*
 * `thimble_layer` is the record that the kit's prepare leaves: zero points, activation, one factor for each row as a
 * fixed-point number. It lies in the arena and holds no address: a prepared model can be moved, or copied to a
 * microcontroller. `thimble_store_sum` brings a sum to the output's scale and rounds as TensorFlow Lite Micro does, bit
 * for bit.
 */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const thimble_fully_connected_params *params = node->params;
  const thimble_layer *layer = node->data;
  const thimble_layer_data data = thimble_layer_data_of(node, layer, THIMBLE_FULLY_CONNECTED_INPUTS);
  const int32_t depth = params->input_depth;
  const int8_t *input = data.input;
  int8_t *output = data.output;
  for (int32_t batch = 0; batch < params->batches; batch++, input += depth) {
    const int8_t *weights = data.filter;
    for (int32_t row = 0; row < params->output_depth; row++, weights += depth) {
      const uint32_t sum = sum_of_row(input, weights, depth, layer) + thimble_bias_s32(&data, row);
      *output++ = (int8_t)thimble_store_sum((int32_t)sum, row, layer, data.factors);
    }
  }
  return THIMBLE_OK;
}

/*
 * How the kernel describes itself: operator and types (nodes of other types go to the next pack; `?` may be left out), how
 * it rounds and how exact it is (the suite holds it to that). A kernel that takes only some nodes also has `.supports`,
 * which declines the others with a reason.
 */
THIMBLE_KERNEL(fully_connected_s8, "FULLY_CONNECTED", "int8, int8, int32? -> int8", THIMBLE_EXACT_REQUANTIZED,
               .prepare = thimble_prepare_fully_connected, .invoke = invoke);
