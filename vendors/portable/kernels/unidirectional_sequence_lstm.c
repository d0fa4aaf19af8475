#include <thimble/kit/lstm.h>

#include "portable_kernels.h"
#include "shared/dot.h"

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* Sums of a gate in units of 2^-12. The reference sums int8 in 32 bits, which wrap, and int16 in 64. */
static inline int32_t scale_s8(uint32_t sum, const void *bias, int32_t unit, thimble_multiplier factor) {
  const uint32_t total = sum + (bias ? ((const uint32_t *)bias)[unit] : 0);
  return thimble_saturate_s16(thimble_requantize((int32_t)total, factor));
}

static inline int32_t scale_s16(int64_t sum, const void *bias, int32_t unit, thimble_multiplier factor) {
  const int64_t total = sum + (bias ? ((const int64_t *)bias)[unit] : 0);
  return thimble_saturate_s16(thimble_requantize_64(total, factor));
}

/* One step of one batch, for a type of activations. */
#define LSTM_STEP(type, element, min, max)                                                                          \
  static void fill_gate_##type(const thimble_node *node, uint32_t gate, const element *input,                       \
                               const element *hidden, int16_t *values) {                                            \
    const lstm_params *params = node->params;                                                                       \
    const thimble_lstm_quantization *q = node->data;                                                                \
    const int32_t depth = params->input_depth, units = params->units;                                               \
    const int8_t *weights = thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->data;                           \
    const int8_t *recurrent = thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->data;                     \
    const void *bias = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;                                       \
    for (int32_t unit = 0; unit < units; unit++, weights += depth, recurrent += units) {                            \
      const int32_t fresh =                                                                                         \
          scale_##type(dot_##type(input, weights, depth, -q->input_zero_point), bias, unit, q->fresh[gate]);        \
      const int32_t remembered =                                                                                    \
          scale_##type(dot_##type(hidden, recurrent, units, -q->hidden_zero_point), NULL, unit, q->remembered[gate]); \
      values[unit] = (int16_t)thimble_lstm_gate_value(fresh, remembered, gate == THIMBLE_LSTM_CELL);                \
    }                                                                                                               \
  }                                                                                                                 \
  static void update_##type(const thimble_node *node, int16_t *cell, element *hidden, element *output) {            \
    const thimble_lstm_quantization *q = node->data;                                                                \
    const int32_t units = ((const lstm_params *)node->params)->units;                                               \
    const int16_t *gates = node->scratch;                                                                           \
    for (int32_t i = 0; i < units; i++, gates++) {                                                                  \
      cell[i] = (int16_t)thimble_lstm_next_cell(q, gates[THIMBLE_LSTM_FORGET * units], cell[i],                     \
                                                gates[THIMBLE_LSTM_INPUT * units], gates[THIMBLE_LSTM_CELL * units]); \
      const int32_t product = thimble_lstm_exposed(q, gates[THIMBLE_LSTM_OUTPUT * units], cell[i]);                 \
      const int32_t exposed = thimble_requantize(product, q->expose) + q->hidden_zero_point;                        \
      output[i] = hidden[i] = (element)thimble_clamp(exposed, min, max);                                            \
    }                                                                                                               \
  }                                                                                                                 \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                               \
    (void)host;                                                                                                     \
    const lstm_params *params = node->params;                                                                       \
    const int32_t units = params->units;                                                                            \
    const element *input = thimble_input(node, 0)->data;                                                            \
    element *hidden = thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data, *output = thimble_output(node, 0)->data; \
    int16_t *cell = thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data, *gates = node->scratch;                     \
    for (int32_t batch = 0; batch < params->batches; batch++, hidden += units, cell += units) {                     \
      for (int32_t step = 0; step < params->steps; step++) {                                                        \
        const int32_t row = thimble_lstm_row(params, batch, step);                                                  \
        for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {                                                \
          fill_gate_##type(node, gate, input + row * params->input_depth, hidden, gates + (int32_t)gate * units);   \
        }                                                                                                           \
        update_##type(node, cell, hidden, output + row * units);                                                    \
      }                                                                                                             \
    }                                                                                                               \
    return THIMBLE_OK;                                                                                              \
  }

LSTM_STEP(s8, int8_t, INT8_MIN, INT8_MAX)
LSTM_STEP(s16, int16_t, INT16_MIN, INT16_MAX)

THIMBLE_KERNEL(unidirectional_sequence_lstm_s8, "UNIDIRECTIONAL_SEQUENCE_LSTM",
               THIMBLE_LSTM_TYPES("int8", "int8", "int32", "int16"), THIMBLE_EXACT_REQUANTIZED,
               .supports = thimble_supports_lstm, .prepare = thimble_prepare_lstm, .invoke = invoke_s8);
THIMBLE_KERNEL(unidirectional_sequence_lstm_s16, "UNIDIRECTIONAL_SEQUENCE_LSTM",
               THIMBLE_LSTM_TYPES("int16", "int8", "int64", "int16"), THIMBLE_EXACT_REQUANTIZED,
               .supports = thimble_supports_lstm, .prepare = thimble_prepare_lstm, .invoke = invoke_s16);
