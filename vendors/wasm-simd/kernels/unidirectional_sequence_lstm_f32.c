#include "arithmetic/copy.h"
#include "arithmetic/matrix_vector.h"
#include "arithmetic/unary_f32.h"
#include "kernels.h"
#include <thimble/kit/lstm.h>

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* Scratch: four gates, the sums of a layer, and tanh of the cell. */
enum { SCRATCH_ROWS = THIMBLE_LSTM_GATES + 2 };

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const lstm_params *params = node->params;
  return host->request_scratch(host, node, SCRATCH_ROWS * (uint32_t)params->units * sizeof(float));
}

static float *scratch_row(const thimble_node *node, int32_t row) {
  return (float *)node->scratch + row * ((const lstm_params *)node->params)->units;
}

/* The gate of every unit for a row of the input and the hidden state before it. */
static void fill_gate(const thimble_node *node, uint32_t gate, const float *input, const float *hidden) {
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  const float *bias = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;
  float *const values = scratch_row(node, (int32_t)gate), *const sums = scratch_row(node, THIMBLE_LSTM_GATES);
  matrix_vector_f32(thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->data, units, params->input_depth, input,
                    values);
  matrix_vector_f32(thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->data, units, units, hidden, sums);
  for (int32_t i = 0; i < units; i++) sums[i] += values[i] + bias[i];
  if (gate == THIMBLE_LSTM_CELL) {
    tanh_row_f32(sums, values, units);
  } else {
    logistic_row_f32(sums, values, units);
  }
}

/* x between -bound and bound; a bound of 0 is none. */
static float clip(float x, float bound) {
  if (bound <= 0) return x;
  return x < -bound ? -bound : x > bound ? bound : x;
}

/* cell = forget * cell + input * candidate; hidden = output * tanh cell. */
static void update_state(const thimble_node *node, float *cell, float *hidden) {
  const lstm_params *params = node->params;
  const float *const input = scratch_row(node, THIMBLE_LSTM_INPUT);
  const float *const forget = scratch_row(node, THIMBLE_LSTM_FORGET);
  const float *const candidate = scratch_row(node, THIMBLE_LSTM_CELL);
  const float *const output = scratch_row(node, THIMBLE_LSTM_OUTPUT);
  float *const squashed = scratch_row(node, THIMBLE_LSTM_GATES + 1);
  for (int32_t i = 0; i < params->units; i++) {
    cell[i] = clip(forget[i] * cell[i] + input[i] * candidate[i], params->cell_clip);
  }
  tanh_row_f32(cell, squashed, params->units);
  for (int32_t i = 0; i < params->units; i++) hidden[i] = output[i] * squashed[i];
}

/* All gates of a step see the hidden state that the step before left. */
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  for (int32_t batch = 0; batch < params->batches; batch++) {
    float *const hidden = (float *)thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data + batch * units;
    float *const cell = (float *)thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data + batch * units;
    for (int32_t step = 0; step < params->steps; step++) {
      const int32_t row = thimble_lstm_row(params, batch, step);
      const float *input = (const float *)thimble_input(node, 0)->data + row * params->input_depth;
      for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) fill_gate(node, gate, input, hidden);
      update_state(node, cell, hidden);
      copy_bytes((float *)thimble_output(node, 0)->data + row * units, hidden, units * (int32_t)sizeof(float));
    }
  }
  return THIMBLE_OK;
}

const thimble_kernel unidirectional_sequence_lstm_f32 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "unidirectional_sequence_lstm_f32",
    .operator_name = "UNIDIRECTIONAL_SEQUENCE_LSTM",
    .types = THIMBLE_LSTM_TYPES("float32", "float32", "float32", "float32"),
    THIMBLE_WITHIN_TOLERANCE,
    .prepare = prepare,
    .invoke = invoke,
};
