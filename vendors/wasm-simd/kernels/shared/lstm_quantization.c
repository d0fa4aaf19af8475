#include "lstm_quantization.h"

#include "../arithmetic/power_of_two.h"

thimble_status supports_lstm(const thimble_host *host, const thimble_node *node) {
  for (uint32_t gate = 0; gate < LSTM_GATES; gate++) {
    if (input_info(host, node, LSTM_INPUT_WEIGHTS + gate)->zero_point != 0 ||
        input_info(host, node, LSTM_RECURRENT_WEIGHTS + gate)->zero_point != 0)
      return decline(host, "weights have a zero point");
  }
  return THIMBLE_OK;
}

/* The product is rounded to float, as the reference's. */
static thimble_multiplier gate_factor(float activation_scale, float weights_scale) {
  const float product = activation_scale * weights_scale;
  return thimble_quantize_multiplier((double)product / power_of_two(-12));
}

/* The cell's scale counts as the power of two next to it. */
static sigmoid_argument cell_argument_of(double scale) {
  const int32_t power = nearest_power(scale) + 12;
  if (power >= 0) return (sigmoid_argument){(int32_t)(UINT32_C(3) << (power < 31 ? power : 31)), 0};
  return (sigmoid_argument){3, -power < 31 ? -power : 31};
}

static int32_t cell_bound(float clip, float scale) {
  const double bound = (double)clip / (double)scale;
  return bound < INT16_MAX ? (int32_t)bound : INT16_MAX;
}

lstm_quantization quantize_lstm(const thimble_host *host, const thimble_node *node) {
  const thimble_unidirectional_sequence_lstm_params *params = node->params;
  const thimble_tensor_info *input = input_info(host, node, 0);
  const thimble_tensor_info *hidden = input_info(host, node, LSTM_HIDDEN_STATE);
  const double cell_scale = input_info(host, node, LSTM_CELL_STATE)->scale, gate_scale = power_of_two(-15);
  const int32_t bound = params->cell_clip > 0 ? cell_bound(params->cell_clip, (float)cell_scale) : INT16_MAX;
  lstm_quantization q = {
      .input_zero_point = input->zero_point,
      .hidden_zero_point = hidden->zero_point,
      .keep = thimble_quantize_multiplier(gate_scale * cell_scale / cell_scale),
      .add = thimble_quantize_multiplier(gate_scale * gate_scale / cell_scale),
      .expose = thimble_quantize_multiplier(gate_scale * gate_scale / (double)hidden->scale),
      .cell_min = params->cell_clip > 0 ? -bound : INT16_MIN,
      .cell_max = bound,
      .cell_argument = cell_argument_of(cell_scale),
  };
  for (uint32_t gate = 0; gate < LSTM_GATES; gate++) {
    q.fresh[gate] = gate_factor(input->scale, input_info(host, node, LSTM_INPUT_WEIGHTS + gate)->scale);
    q.remembered[gate] = gate_factor(hidden->scale, input_info(host, node, LSTM_RECURRENT_WEIGHTS + gate)->scale);
  }
  return q;
}
