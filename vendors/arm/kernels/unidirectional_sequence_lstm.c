#include <thimble/kit/lstm.h>

#include "arm_kernels.h"
#include "shared/fold_offset.h"
#include "shared/term_rows.h"

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* Units that are worth their preparations. */
enum { LEAST_UNITS = 4 };

/* Of a gate times a state or a gate. */
enum { MOST_PRODUCT = INT16_MAX << 15 };

/*
 * A node's record. Zero points of the input and the hidden state are in the biases, the node's constants: for each gate
 * those of its units' sums over the input, then for each gate those over the hidden state.
 */
typedef struct arm_lstm {
  thimble_lstm_quantization q;
  arm_scaling fresh[THIMBLE_LSTM_GATES];
  arm_scaling remembered[THIMBLE_LSTM_GATES];
  arm_scaling keep;
  arm_scaling add;
  arm_scaling expose;
} arm_lstm;

/* What is in scratch: the gates of one step, terms of one of them, and both vectors as products take them. */
typedef struct arm_lstm_step {
  int16_t *gates;
  int32_t *fresh;
  int32_t *remembered;
  const void *input;
  const void *hidden;
} arm_lstm_step;

static int32_t is_constant(const thimble_host *host, const thimble_node *node, uint32_t i) {
  return thimble_input_info(host, node, i)->flags & THIMBLE_TENSOR_CONSTANT;
}

static thimble_status supports(const thimble_host *host, const thimble_node *node) {
  const lstm_params *params = node->params;
  const thimble_status status = thimble_supports_lstm(host, node);
  if (status != THIMBLE_OK) return status;
  if (params->units < LEAST_UNITS) return thimble_decline(host, "less than four units");
  for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
    if (!is_constant(host, node, THIMBLE_LSTM_INPUT_WEIGHTS + gate) ||
        !is_constant(host, node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate) ||
        !is_constant(host, node, THIMBLE_LSTM_BIASES + gate))
      return thimble_decline(host, "weights or biases are no constants");
  }
  return THIMBLE_OK;
}

/* The biases of a gate's rows of `length` weights, and how their sums become terms. `own` is NULL where there are none. */
static arm_scaling fill_biases(const thimble_tensor *weights, int32_t units, int32_t length, const int32_t *own,
                               int32_t offset, thimble_multiplier factor, int32_t *biases) {
  const int8_t *row = weights->data;
  int64_t most = 0;
  for (int32_t unit = 0; unit < units; unit++, row += length) {
    biases[unit] = arm_fold_offset(own ? own[unit] : 0, row, length, offset, &most);
  }
  return arm_scaling_of(factor, most);
}

static void fill_record(const thimble_host *host, const thimble_node *node, arm_lstm *record, int32_t *biases) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization q = thimble_quantize_lstm(host, node);
  const int32_t units = params->units, depth = params->input_depth;
  *record = (arm_lstm){
      .q = q,
      .keep = arm_scaling_of(q.keep, MOST_PRODUCT),
      .add = arm_scaling_of(q.add, MOST_PRODUCT),
      .expose = arm_scaling_of(q.expose, MOST_PRODUCT),
  };
  for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++, biases += units) {
    const thimble_tensor *weights = thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate);
    const thimble_tensor *recurrent = thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate);
    const int32_t *own = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;
    record->fresh[gate] = fill_biases(weights, units, depth, own, -q.input_zero_point, q.fresh[gate], biases);
    record->remembered[gate] = fill_biases(recurrent, units, units, NULL, -q.hidden_zero_point, q.remembered[gate],
                                           biases + THIMBLE_LSTM_GATES * units);
  }
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const lstm_params *params = node->params;
  const uint32_t units = (uint32_t)params->units;
  arm_lstm *record = host->allocate_persistent(host, node, sizeof *record);
  int32_t *biases = host->allocate_constants(host, node, 2 * THIMBLE_LSTM_GATES * units * (uint32_t)sizeof *biases);
  if (!record || !biases) return THIMBLE_OUT_OF_MEMORY;
  fill_record(host, node, record, biases);
  return host->request_scratch(host, node, THIMBLE_LSTM_GATES * units * (uint32_t)sizeof(int16_t) +
                                               2 * arm_terms_bytes(params->units) + arm_row_bytes(params->input_depth) +
                                               arm_row_bytes(params->units));
}

/* Takes up a step's input and hidden state. */
static arm_lstm_step begin_step(const thimble_node *node, const int8_t *input, const int8_t *hidden) {
  const lstm_params *params = node->params;
  int8_t *const terms = (int8_t *)node->scratch + THIMBLE_LSTM_GATES * params->units * (int32_t)sizeof(int16_t);
  int8_t *const more_terms = terms + arm_terms_bytes(params->units);
  int8_t *const vectors = more_terms + arm_terms_bytes(params->units);
  return (arm_lstm_step){
      .gates = node->scratch,
      .fresh = (int32_t *)(void *)terms,
      .remembered = (int32_t *)(void *)more_terms,
      .input = arm_place_row(vectors, input, params->input_depth),
      .hidden = arm_place_row(vectors + arm_row_bytes(params->input_depth), hidden, params->units),
  };
}

static void fill_gate(const thimble_node *node, uint32_t gate, const arm_lstm_step *step) {
  const lstm_params *params = node->params;
  const arm_lstm *record = node->data;
  const int32_t units = params->units;
  const int32_t *biases = (const int32_t *)node->constants + (int32_t)gate * units;
  const int8_t *weights = thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->data;
  const int8_t *recurrent = thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->data;
  int16_t *values = step->gates + (int32_t)gate * units;
  arm_multiply_terms(&record->fresh[gate], biases, units, step->input, weights, params->input_depth, step->fresh);
  arm_multiply_terms(&record->remembered[gate], biases + THIMBLE_LSTM_GATES * units, units, step->hidden, recurrent,
                     units, step->remembered);
  for (int32_t i = 0; i < units; i++) {
    values[i] = (int16_t)thimble_lstm_gate_value(step->fresh[i], step->remembered[i], gate == THIMBLE_LSTM_CELL);
  }
}

/* The next cell state: forget * cell + input * candidate, clamped. */
static int32_t next_cell(const arm_lstm *by, int32_t forget, int32_t cell, int32_t input, int32_t candidate) {
  const int32_t kept = thimble_saturate_s16(arm_scale(forget * cell, &by->keep));
  const int32_t added = thimble_saturate_s16(arm_scale(input * candidate, &by->add));
  return thimble_clamp(kept + added, by->q.cell_min, by->q.cell_max);
}

static void update(const thimble_node *node, const int16_t *gates, int16_t *cell, int8_t *hidden, int8_t *output) {
  const arm_lstm *by = node->data;
  const int32_t units = ((const lstm_params *)node->params)->units;
  for (int32_t i = 0; i < units; i++, gates++) {
    cell[i] = (int16_t)next_cell(by, gates[THIMBLE_LSTM_FORGET * units], cell[i], gates[THIMBLE_LSTM_INPUT * units],
                                 gates[THIMBLE_LSTM_CELL * units]);
    const int32_t product = thimble_lstm_exposed(&by->q, gates[THIMBLE_LSTM_OUTPUT * units], cell[i]);
    output[i] = hidden[i] = (int8_t)arm_saturate_s8(arm_scale(product, &by->expose) + by->q.hidden_zero_point);
  }
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *hidden = thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data, *output = thimble_output(node, 0)->data;
  int16_t *cell = thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data;
  for (int32_t batch = 0; batch < params->batches; batch++, hidden += units, cell += units) {
    for (int32_t i = 0; i < params->steps; i++) {
      const int32_t row = thimble_lstm_row(params, batch, i);
      const arm_lstm_step step = begin_step(node, input + row * params->input_depth, hidden);
      for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) fill_gate(node, gate, &step);
      update(node, step.gates, cell, hidden, output + row * units);
    }
  }
  return THIMBLE_OK;
}

THIMBLE_KERNEL(arm_unidirectional_sequence_lstm_s8, "UNIDIRECTIONAL_SEQUENCE_LSTM",
               THIMBLE_LSTM_TYPES("int8", "int8", "int32", "int16"), THIMBLE_EXACT_REQUANTIZED, .supports = supports,
               .prepare = prepare, .invoke = invoke);
