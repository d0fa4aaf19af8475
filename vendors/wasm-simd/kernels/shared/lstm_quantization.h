/* What a quantized UNIDIRECTIONAL_SEQUENCE_LSTM needs besides its tensors. Gates are int16 in units of 2^-15. */
#ifndef WASM_SIMD_LSTM_QUANTIZATION_H
#define WASM_SIMD_LSTM_QUANTIZATION_H

#include <thimble/kit/quantize_multiplier.h>
#include <thimble/params.h>

#include "../arithmetic/sigmoid_s16.h"
#include "glue.h"

enum lstm_gate { LSTM_INPUT, LSTM_FORGET, LSTM_CELL, LSTM_OUTPUT, LSTM_GATES };

/* Positions of the node's inputs. */
enum lstm_input {
  LSTM_INPUT_WEIGHTS = 1,
  LSTM_RECURRENT_WEIGHTS = 5,
  LSTM_BIASES = 12,
  LSTM_HIDDEN_STATE = 18,
  LSTM_CELL_STATE = 19,
};

typedef struct {
  int32_t input_zero_point;
  int32_t hidden_zero_point;
  /* For each gate, from sums over the input, and over the hidden state, to units of 2^-12. */
  thimble_multiplier fresh[LSTM_GATES];
  thimble_multiplier remembered[LSTM_GATES];
  /* From forget gate * cell, and from input gate * cell gate, to the cell state. */
  thimble_multiplier keep;
  thimble_multiplier add;
  /* From tanh of the cell * output gate to the hidden state. */
  thimble_multiplier expose;
  /* Bounds of the cell state. */
  int32_t cell_min;
  int32_t cell_max;
  sigmoid_argument cell_argument;
} lstm_quantization;

/* Declines weights with a zero point. */
thimble_status supports_lstm(const thimble_host *host, const thimble_node *node);

lstm_quantization quantize_lstm(const thimble_host *host, const thimble_node *node);

/* The row of the input and of the output that belongs to a step of a batch. */
static inline int32_t lstm_row(const thimble_unidirectional_sequence_lstm_params *params, int32_t batch, int32_t step) {
  return params->is_time_major ? step * params->batches + batch : batch * params->steps + step;
}

#endif
