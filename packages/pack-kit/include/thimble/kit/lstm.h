/* What a quantized UNIDIRECTIONAL_SEQUENCE_LSTM needs besides its tensors. Gates are int16 in units of 2^-15. */
#ifndef THIMBLE_KIT_LSTM_H
#define THIMBLE_KIT_LSTM_H

#include <thimble/params.h>

#include "glue.h"
#include "power_of_two.h"
#include "requantize.h"
#include "sigmoid_s16.h"

enum thimble_lstm_gate {
  THIMBLE_LSTM_INPUT,
  THIMBLE_LSTM_FORGET,
  THIMBLE_LSTM_CELL,
  THIMBLE_LSTM_OUTPUT,
  THIMBLE_LSTM_GATES,
};

/** Positions of the node's inputs. */
enum thimble_lstm_input {
  THIMBLE_LSTM_INPUT_WEIGHTS = 1,
  THIMBLE_LSTM_RECURRENT_WEIGHTS = 5,
  THIMBLE_LSTM_BIASES = 12,
  THIMBLE_LSTM_HIDDEN_STATE = 18,
  THIMBLE_LSTM_CELL_STATE = 19,
};

/** Factors and bounds of a step. Gates are THIMBLE_LSTM_INPUT to THIMBLE_LSTM_OUTPUT. */
typedef struct thimble_lstm_quantization {
  int32_t input_zero_point;
  int32_t hidden_zero_point;
  /* For each gate, from sums over the input, and over the hidden state, to units of 2^-12. */
  thimble_multiplier fresh[THIMBLE_LSTM_GATES];
  thimble_multiplier remembered[THIMBLE_LSTM_GATES];
  /* From forget gate * cell, and from input gate * cell gate, to the cell state. */
  thimble_multiplier keep;
  thimble_multiplier add;
  /* From tanh of the cell * output gate to the hidden state. */
  thimble_multiplier expose;
  /* Bounds of the cell state. */
  int32_t cell_min;
  int32_t cell_max;
  thimble_sigmoid_argument cell_argument;
} thimble_lstm_quantization;

/** [supports] Declines weights with a zero point. */
static inline thimble_status thimble_supports_lstm(const thimble_host *host, const thimble_node *node) {
  for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
    if (thimble_input_info(host, node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->zero_point != 0 ||
        thimble_input_info(host, node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->zero_point != 0)
      return thimble_decline(host, "weights have a zero point");
  }
  return THIMBLE_OK;
}

/* The product is rounded to float, as the reference's. */
static inline thimble_multiplier thimble_lstm_gate_factor(float activation_scale, float weights_scale) {
  const float product = activation_scale * weights_scale;
  return thimble_quantize_multiplier((double)product / thimble_power_of_two(-12));
}

/* The cell's scale counts as the power of two next to it. */
static inline thimble_sigmoid_argument thimble_lstm_cell_argument(double scale) {
  const int32_t power = thimble_nearest_power(scale) + 12;
  if (power >= 0) return (thimble_sigmoid_argument){(int32_t)(UINT32_C(3) << (power < 31 ? power : 31)), 0};
  return (thimble_sigmoid_argument){3, -power < 31 ? -power : 31};
}

static inline int32_t thimble_lstm_cell_bound(float clip, float scale) {
  const double bound = (double)clip / (double)scale;
  return bound < INT16_MAX ? (int32_t)bound : INT16_MAX;
}

/** [supports, prepare] What the node's tensors and parameters say. */
static inline thimble_lstm_quantization thimble_quantize_lstm(const thimble_host *host, const thimble_node *node) {
  const thimble_unidirectional_sequence_lstm_params *params = node->params;
  const thimble_tensor_info *input = thimble_input_info(host, node, 0);
  const thimble_tensor_info *hidden = thimble_input_info(host, node, THIMBLE_LSTM_HIDDEN_STATE);
  const float scale_of_cell = thimble_input_info(host, node, THIMBLE_LSTM_CELL_STATE)->scale;
  const double cell_scale = scale_of_cell, gate_scale = thimble_power_of_two(-15);
  const int32_t bound =
      params->cell_clip > 0 ? thimble_lstm_cell_bound(params->cell_clip, scale_of_cell) : INT16_MAX;
  thimble_lstm_quantization q = {
      .input_zero_point = input->zero_point,
      .hidden_zero_point = hidden->zero_point,
      .keep = thimble_quantize_multiplier(gate_scale * cell_scale / cell_scale),
      .add = thimble_quantize_multiplier(gate_scale * gate_scale / cell_scale),
      .expose = thimble_quantize_multiplier(gate_scale * gate_scale / (double)hidden->scale),
      .cell_min = params->cell_clip > 0 ? -bound : INT16_MIN,
      .cell_max = bound,
      .cell_argument = thimble_lstm_cell_argument(cell_scale),
  };
  for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
    const float weights = thimble_input_info(host, node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->scale;
    const float recurrent = thimble_input_info(host, node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->scale;
    q.fresh[gate] = thimble_lstm_gate_factor(input->scale, weights);
    q.remembered[gate] = thimble_lstm_gate_factor(hidden->scale, recurrent);
  }
  return q;
}

/**
 * [prepare, once] That as record, and int16 scratch for the gates of one step, which all see the hidden state that the
 * step before left.
 */
static inline thimble_status thimble_prepare_lstm(const thimble_host *host, thimble_node *node) {
  const thimble_unidirectional_sequence_lstm_params *params = node->params;
  const thimble_lstm_quantization record = thimble_quantize_lstm(host, node);
  const thimble_status status = thimble_keep_record(host, node, &record, sizeof record);
  if (status != THIMBLE_OK || params->units == 0) return status;
  return host->request_scratch(host, node, THIMBLE_LSTM_GATES * (uint32_t)params->units * (uint32_t)sizeof(int16_t));
}

/** The row of the input and of the output that belongs to a step of a batch. */
static inline int32_t thimble_lstm_row(const thimble_unidirectional_sequence_lstm_params *params, int32_t batch,
                                       int32_t step) {
  return params->is_time_major ? step * params->batches + batch : batch * params->steps + step;
}

/** x between the bounds of int16. */
static inline int32_t thimble_saturate_s16(int32_t x) { return thimble_clamp(x, INT16_MIN, INT16_MAX); }

/** A gate, of what the input and the hidden state add to it, in units of 2^-12: tanh for the cell, else logistic. */
static inline int32_t thimble_lstm_gate_value(int32_t fresh, int32_t remembered, int32_t is_cell) {
  const int32_t argument = 3 * thimble_saturate_s16(fresh + remembered);
  return is_cell ? thimble_tanh_at(argument) : thimble_sigmoid_at(argument);
}

/** The next cell state: forget * cell + input * candidate, clamped. */
static inline int32_t thimble_lstm_next_cell(const thimble_lstm_quantization *q, int32_t forget, int32_t cell,
                                             int32_t input, int32_t candidate) {
  const int32_t kept = thimble_saturate_s16(thimble_requantize(forget * cell, q->keep));
  const int32_t added = thimble_saturate_s16(thimble_requantize(input * candidate, q->add));
  return thimble_clamp(kept + added, q->cell_min, q->cell_max);
}

/** What the cell exposes: output gate * tanh cell, a product that `expose` brings to the hidden state's scale. */
static inline int32_t thimble_lstm_exposed(const thimble_lstm_quantization *q, int32_t output_gate, int32_t cell) {
  return thimble_tanh_at(thimble_table_argument(cell, q->cell_argument)) * output_gate;
}

#define THIMBLE_FOUR_TYPES(type) type ", " type ", " type ", " type

/** The types of an LSTM's inputs and output: input, weights, peephole weights, biases, projection, states, norms. */
#define THIMBLE_LSTM_TYPES(activation, weight, bias, cell)                                                        \
  activation ", " THIMBLE_FOUR_TYPES(weight) ", " THIMBLE_FOUR_TYPES(weight) ", any?, any?, any?, " THIMBLE_FOUR_TYPES(bias) ", any?, any?, "       \
  activation ", " cell ", " THIMBLE_FOUR_TYPES("any?") " -> " activation

#endif
