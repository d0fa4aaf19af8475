#include <thimble/kit/lstm.h>

#include "kernels.h"
#include "shared/dot.h"
#include "shared/sigmoid.h"

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* What a gate's sums are made of: rows of weights by inputs, and how they come to units of 2^-12. */
typedef struct gate_source {
  const int8_t *input;
  const int8_t *weights;
  int32_t length;
  hifi_int16x4 offset;
  hifi_scaling scaling;
} gate_source;

static gate_source source_of(const thimble_node *node, uint32_t weights, const int8_t *input, int32_t length,
                             int32_t zero_point, const thimble_multiplier *factor) {
  return (gate_source){input, thimble_input(node, weights)->data, length, hifi_movda16(-zero_point),
                       scaling_of(factor)};
}

/* The sums of up to four units. */
static void sum_units(const gate_source *source, int32_t unit, int32_t count, int64_t sums[4]) {
  const filter_rows rows = {source->weights + unit * source->length, source->length, count};
  add_products(sums, &activations_s8, source->input, &rows, source->length, source->offset);
}

static int32_t scale_gate(int64_t sum, int32_t bias, const gate_source *source) {
  return hifi_clamps16(requantize(hifi_add(hifi_movad32_l(sum), bias), &source->scaling));
}

/* thimble_lstm_gate_value. */
static int32_t gate_value(int32_t fresh, int32_t remembered, uint32_t gate) {
  const int32_t argument = hifi_mull(hifi_clamps16(hifi_add(fresh, remembered)), 3);
  return gate == THIMBLE_LSTM_CELL ? tanh_at(argument) : sigmoid_at(argument);
}

static void fill_gate(const thimble_node *node, uint32_t gate, const int8_t *input, const int8_t *hidden,
                      int16_t *values) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const gate_source fresh = source_of(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate, input, params->input_depth,
                                      q->input_zero_point, &q->fresh[gate]);
  const gate_source remembered = source_of(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate, hidden, params->units,
                                           q->hidden_zero_point, &q->remembered[gate]);
  const int32_t *bias = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;
  for (int32_t unit = 0; unit < params->units; unit += 4) {
    const int32_t left = params->units - unit, count = left < 4 ? left : 4;
    int64_t fresh_sums[4] = {0, 0, 0, 0}, remembered_sums[4] = {0, 0, 0, 0};
    sum_units(&fresh, unit, count, fresh_sums);
    sum_units(&remembered, unit, count, remembered_sums);
    for (int32_t i = 0; i < count; i++) {
      const int32_t a = scale_gate(fresh_sums[i], hifi_l32(bias + unit + i), &fresh);
      hifi_s16(gate_value(a, scale_gate(remembered_sums[i], 0, &remembered), gate), values + unit + i);
    }
  }
}

/* The scalings of a step's end, which are the same for all units. */
typedef struct state_scalings {
  hifi_scaling keep;
  hifi_scaling add;
  hifi_scaling expose;
} state_scalings;

/* thimble_lstm_next_cell of a unit whose gates are `units` apart. */
static int32_t next_cell(const thimble_lstm_quantization *q, const state_scalings *by, const int16_t *gates,
                         int32_t units, int32_t cell) {
  const int32_t forget = hifi_l16s(gates + THIMBLE_LSTM_FORGET * units);
  const int32_t input = hifi_l16s(gates + THIMBLE_LSTM_INPUT * units);
  const int32_t candidate = hifi_l16s(gates + THIMBLE_LSTM_CELL * units);
  const int32_t kept = hifi_clamps16(requantize(hifi_mull(forget, cell), &by->keep));
  const int32_t added = hifi_clamps16(requantize(hifi_mull(input, candidate), &by->add));
  return hifi_min(hifi_max(hifi_add(kept, added), q->cell_min), q->cell_max);
}

static void update(const thimble_node *node, const state_scalings *by, int16_t *cell, int8_t *hidden, int8_t *output) {
  const thimble_lstm_quantization *q = node->data;
  const int32_t units = ((const lstm_params *)node->params)->units;
  const int16_t *gates = node->scratch;
  for (int32_t i = 0; i < units; i++, gates++) {
    const int32_t state = next_cell(q, by, gates, units, hifi_l16s(cell + i));
    hifi_s16(state, cell + i);
    const int32_t gate = hifi_l16s(gates + THIMBLE_LSTM_OUTPUT * units);
    const int32_t product = hifi_mull(tanh_at(table_argument(state, &q->cell_argument)), gate);
    const int32_t exposed = hifi_add(requantize(product, &by->expose), q->hidden_zero_point);
    const int32_t stored = hifi_min(hifi_max(exposed, INT8_MIN), INT8_MAX);
    hifi_s8(stored, hidden + i);
    hifi_s8(stored, output + i);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const state_scalings by = {scaling_of(&q->keep), scaling_of(&q->add), scaling_of(&q->expose)};
  const int32_t units = params->units;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *hidden = thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data, *output = thimble_output(node, 0)->data;
  int16_t *cell = thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data, *gates = node->scratch;
  for (int32_t batch = 0; batch < params->batches; batch++, hidden += units, cell += units) {
    for (int32_t step = 0; step < params->steps; step++) {
      const int32_t row = thimble_lstm_row(params, batch, step);
      for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++)
        fill_gate(node, gate, input + row * params->input_depth, hidden, gates + (int32_t)gate * units);
      update(node, &by, cell, hidden, output + row * units);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(unidirectional_sequence_lstm_s8, "UNIDIRECTIONAL_SEQUENCE_LSTM",
               THIMBLE_LSTM_TYPES("int8", "int8", "int32", "int16"), THIMBLE_EXACT_REQUANTIZED,
               .supports = thimble_supports_lstm, .prepare = thimble_prepare_lstm, .invoke = invoke);
