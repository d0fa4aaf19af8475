#include "arithmetic/copy.h"
#include "arithmetic/lstm_layer.h"
#include "arithmetic/lstm_s16.h"
#include "arithmetic/matrix_vector.h"
#include "arithmetic/store_sums.h"
#include "kernels.h"
#include <thimble/kit/lstm.h>

/* Scratch of a step: sums of a layer, both layers of a gate, the gates, and activations as they are multiplied. */
typedef struct {
  int64_t *sums;
  int16_t *fresh;
  int16_t *remembered;
  int16_t *gates[THIMBLE_LSTM_GATES];
  int16_t *input;
  int16_t *hidden;
} lstm_scratch;

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

static uint32_t scratch_bytes(const lstm_params *params) {
  const int32_t units = params->units;
  return (uint32_t)units * sizeof(int64_t) + (uint32_t)(7 * units + params->input_depth) * sizeof(int16_t);
}

static lstm_scratch scratch_of(const thimble_node *node) {
  const lstm_params *params = node->params;
  const int32_t units = params->units;
  lstm_scratch scratch = {.sums = node->scratch};
  int16_t *const shorts = (int16_t *)(scratch.sums + units);
  scratch.fresh = shorts;
  scratch.remembered = shorts + units;
  for (int32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) scratch.gates[gate] = shorts + (2 + gate) * units;
  scratch.hidden = shorts + 6 * units;
  scratch.input = shorts + 7 * units;
  return scratch;
}

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  const thimble_lstm_quantization quantization = thimble_quantize_lstm(host, node);
  thimble_lstm_quantization *record = host->allocate_persistent(host, node, sizeof *record);
  if (!record) return THIMBLE_OUT_OF_MEMORY;
  *record = quantization;
  return host->request_scratch(host, node, scratch_bytes(node->params));
}

/* All gates of a step see the hidden state that the step before left. */
static void fill_gates(const thimble_node *node, const lstm_scratch *scratch, lstm_layer layer) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const int32_t units = params->units;
  for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
    layer(thimble_input(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate)->data,
          thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data, units, params->input_depth, scratch->input, q->fresh[gate], scratch->sums, scratch->fresh);
    layer(thimble_input(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate)->data, NULL, units, units, scratch->hidden,
          q->remembered[gate], scratch->sums, scratch->remembered);
    activate_gates(scratch->fresh, scratch->remembered, scratch->gates[gate], units, gate == THIMBLE_LSTM_CELL);
  }
}

/* The cell state moves on; what it exposes is left in the sums, as the products that make up the hidden state. */
static const int32_t *update_cell_state(const thimble_node *node, const lstm_scratch *scratch, int32_t batch) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  int16_t *const cell = (int16_t *)thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data + batch * params->units;
  int32_t *const products = (int32_t *)scratch->sums;
  update_cell(q, scratch->gates[THIMBLE_LSTM_FORGET], scratch->gates[THIMBLE_LSTM_INPUT],
              scratch->gates[THIMBLE_LSTM_CELL], cell, params->units);
  expose_cell(q, scratch->gates[THIMBLE_LSTM_OUTPUT], cell, products, params->units);
  return products;
}

static void step_s8(const thimble_node *node, const lstm_scratch *scratch, int32_t batch, int32_t row) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const int32_t units = params->units;
  const thimble_sum_storage storage = {0, q->expose, {q->hidden_zero_point, {INT8_MIN, INT8_MAX}}};
  const int8_t *input = (const int8_t *)thimble_input(node, 0)->data + row * params->input_depth;
  int8_t *const hidden = (int8_t *)thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data + batch * units;
  widen_vector(scratch->input, input, 1, params->input_depth, -q->input_zero_point);
  widen_vector(scratch->hidden, hidden, 1, units, -q->hidden_zero_point);
  fill_gates(node, scratch, lstm_layer_s8);
  store_sums_s8(&storage, update_cell_state(node, scratch, batch), hidden, units);
  copy_bytes((int8_t *)thimble_output(node, 0)->data + row * units, hidden, units);
}

static void step_s16(const thimble_node *node, const lstm_scratch *scratch, int32_t batch, int32_t row) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const int32_t units = params->units;
  const thimble_sum_storage storage = {0, q->expose, {q->hidden_zero_point, {INT16_MIN, INT16_MAX}}};
  lstm_scratch places = *scratch;
  int16_t *const hidden = (int16_t *)thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data + batch * units;
  places.input = (int16_t *)thimble_input(node, 0)->data + row * params->input_depth;
  places.hidden = hidden;
  fill_gates(node, &places, lstm_layer_s16);
  store_sums_s16(&storage, update_cell_state(node, scratch, batch), hidden, units);
  copy_bytes((int16_t *)thimble_output(node, 0)->data + row * units, hidden, units * (int32_t)sizeof(int16_t));
}

typedef void (*step_function)(const thimble_node *node, const lstm_scratch *scratch, int32_t batch, int32_t row);

static thimble_status for_each_step(const thimble_node *node, step_function f) {
  const lstm_params *params = node->params;
  const lstm_scratch scratch = scratch_of(node);
  for (int32_t batch = 0; batch < params->batches; batch++) {
    for (int32_t step = 0; step < params->steps; step++) {
      f(node, &scratch, batch, thimble_lstm_row(params, batch, step));
    }
  }
  return THIMBLE_OK;
}

static thimble_status invoke_s8(const thimble_host *host, thimble_node *node) {
  (void)host;
  return for_each_step(node, step_s8);
}

static thimble_status invoke_s16(const thimble_host *host, thimble_node *node) {
  (void)host;
  return for_each_step(node, step_s16);
}

/* What 64-bit sums may be shifted to the left. */
enum { MOST_SHIFT_64 = 14 };

/* Activations of int16 are multiplied as they are stored. */
static thimble_status supports_s16(const thimble_host *host, const thimble_node *node) {
  if (thimble_input_info(host, node, 0)->zero_point != 0 ||
      thimble_input_info(host, node, THIMBLE_LSTM_HIDDEN_STATE)->zero_point != 0)
    return thimble_decline(host, "int16 activations have a zero point");
  const thimble_lstm_quantization q = thimble_quantize_lstm(host, node);
  for (int32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++) {
    if (q.fresh[gate].shift > MOST_SHIFT_64 || q.remembered[gate].shift > MOST_SHIFT_64)
      return thimble_decline(host, "scales of activations and weights are far too great");
  }
  return thimble_supports_lstm(host, node);
}

const thimble_kernel unidirectional_sequence_lstm_s8 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "unidirectional_sequence_lstm_s8",
    .operator_name = "UNIDIRECTIONAL_SEQUENCE_LSTM",
    .types = THIMBLE_LSTM_TYPES("int8", "int8", "int32", "int16"),
    THIMBLE_EXACT_REQUANTIZED,
    .supports = thimble_supports_lstm,
    .prepare = prepare,
    .invoke = invoke_s8,
};

const thimble_kernel unidirectional_sequence_lstm_s16 = {
    .struct_size = sizeof(thimble_kernel),
    .name = "unidirectional_sequence_lstm_s16",
    .operator_name = "UNIDIRECTIONAL_SEQUENCE_LSTM",
    .types = THIMBLE_LSTM_TYPES("int16", "int8", "int64", "int16"),
    THIMBLE_EXACT_REQUANTIZED,
    .supports = supports_s16,
    .prepare = prepare,
    .invoke = invoke_s16,
};
