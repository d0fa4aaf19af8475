#include <thimble/kit/exp.h>
#include <thimble/kit/lstm.h>

#include "portable_kernels.h"
#include "shared/dot.h"

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* Scratch: the gates of one step, which all see the hidden state that the step before left. */
static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const lstm_params *params = node->params;
  if (params->units == 0) return THIMBLE_OK;
  return host->request_scratch(host, node, THIMBLE_LSTM_GATES * (uint32_t)params->units * (uint32_t)sizeof(float));
}

/* The gate of every unit for a row of the input and the hidden state before it. */
static void fill_gate(const thimble_node *node, uint32_t gate, const float *input, const float *hidden, float *values) {
  const lstm_params *params = node->params;
  const int32_t depth = params->input_depth, units = params->units;
  const float *weights = thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->data;
  const float *recurrent = thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->data;
  const float *bias = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;
  for (int32_t unit = 0; unit < units; unit++, weights += depth, recurrent += units) {
    const float sum = dot_f32(input, weights, depth, 0) + dot_f32(hidden, recurrent, units, 0) + bias[unit];
    values[unit] = gate == THIMBLE_LSTM_CELL ? thimble_tanh_f32(sum) : thimble_logistic_f32(sum);
  }
}

/* x between -bound and bound; a bound of 0 is none. */
static inline float clip(float x, float bound) {
  if (bound <= 0) return x;
  return x < -bound ? -bound : x > bound ? bound : x;
}

/* cell = forget * cell + input * candidate; hidden = output * tanh cell. */
static void update(const thimble_node *node, float *cell, float *hidden, float *output) {
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  const float *gates = node->scratch;
  for (int32_t i = 0; i < units; i++, gates++) {
    const float kept = gates[THIMBLE_LSTM_FORGET * units] * cell[i];
    const float added = gates[THIMBLE_LSTM_INPUT * units] * gates[THIMBLE_LSTM_CELL * units];
    cell[i] = clip(kept + added, params->cell_clip);
    output[i] = hidden[i] = gates[THIMBLE_LSTM_OUTPUT * units] * thimble_tanh_f32(cell[i]);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  const float *input = thimble_input(node, 0)->data;
  float *hidden = thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data, *output = thimble_output(node, 0)->data;
  float *cell = thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data, *gates = node->scratch;
  for (int32_t batch = 0; batch < params->batches; batch++, hidden += units, cell += units) {
    for (int32_t step = 0; step < params->steps; step++) {
      const int32_t row = thimble_lstm_row(params, batch, step);
      for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
        fill_gate(node, gate, input + row * params->input_depth, hidden, gates + (int32_t)gate * units);
      }
      update(node, cell, hidden, output + row * units);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(unidirectional_sequence_lstm_f32, "UNIDIRECTIONAL_SEQUENCE_LSTM",
               THIMBLE_LSTM_TYPES("float32", "float32", "float32", "float32"), THIMBLE_WITHIN_TOLERANCE,
               .prepare = prepare, .invoke = invoke);
