#include <thimble/kit/lstm.h>

#include "kernels.h"
#include "shared/dot.h"
#include "shared/sigmoid.h"

typedef thimble_unidirectional_sequence_lstm_params lstm_params;

/* What a type of activations makes different. */
typedef struct lstm_type {
  const activation_type *activations;
  thimble_range range;
  hifi_scaling (*scaling)(const thimble_multiplier *factor);
  /* A unit's sum with its bias, if there are biases, in the scale of gates. */
  int32_t (*scale)(int64_t sum, const void *biases, int32_t unit, const hifi_scaling *by);
} lstm_type;

static int32_t scale_s8(int64_t sum, const void *biases, int32_t unit, const hifi_scaling *by) {
  const int32_t narrow = hifi_movad32_l(sum);
  return requantize(biases ? hifi_add(narrow, hifi_l32((const int32_t *)biases + unit)) : narrow, by);
}

static int32_t scale_s16(int64_t sum, const void *biases, int32_t unit, const hifi_scaling *by) {
  return requantize_wide(biases ? hifi_add64(sum, hifi_l64((const int64_t *)biases + unit)) : sum, by);
}

static const lstm_type lstm_s8 = {&activations_s8, {INT8_MIN, INT8_MAX}, scaling_of, scale_s8};
static const lstm_type lstm_s16 = {&activations_s16, {INT16_MIN, INT16_MAX}, wide_scaling_of, scale_s16};

/* What a gate's sums are made of: rows of weights by inputs, and how they come to units of 2^-12. */
typedef struct gate_source {
  const int8_t *input;
  const int8_t *weights;
  const void *biases;
  int32_t length;
  /* What is added to each input, as a number and in all lanes. */
  int32_t offset;
  hifi_int16x4 offsets;
  hifi_scaling scaling;
} gate_source;

static inline gate_source source_of(const thimble_node *node, uint32_t weights, const int8_t *input, int32_t length,
                                    int32_t zero_point) {
  return (gate_source){.input = input,
                       .weights = thimble_input(node, weights)->data,
                       .length = length,
                       .offset = -zero_point,
                       .offsets = hifi_movda16(-zero_point)};
}

/* The sums of up to four units, scaled. */
static inline void scale_units(const lstm_type *type, const gate_source *source, int32_t unit, int32_t count,
                               int32_t scaled[4]) {
  const filter_rows rows = {source->weights + unit * source->length, source->length, count};
  int64_t sums[4];
  for (int32_t i = 0; i < count; i++)
    sums[i] = left_out_products(type->activations, rows.weights + i * rows.step, rows.step, source->offset);
  add_products(sums, type->activations, source->input, &rows, source->length, source->offsets);
  for (int32_t i = 0; i < count; i++)
    scaled[i] = hifi_clamps16(type->scale(sums[i], source->biases, unit + i, &source->scaling));
}

/* thimble_lstm_gate_value. */
static int32_t gate_value(int32_t fresh, int32_t remembered, uint32_t gate) {
  const int32_t argument = hifi_mull(hifi_clamps16(hifi_add(fresh, remembered)), 3);
  return gate == THIMBLE_LSTM_CELL ? tanh_at(argument) : sigmoid_at(argument);
}

static inline void fill_gate(const thimble_node *node, const lstm_type *type, uint32_t gate, const int8_t *input,
                             const int8_t *hidden, int16_t *values) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  gate_source fresh =
      source_of(node, THIMBLE_LSTM_INPUT_WEIGHTS + gate, input, params->input_depth, q->input_zero_point);
  fresh.biases = thimble_input(node, THIMBLE_LSTM_BIASES + gate)->data;
  fresh.scaling = type->scaling(&q->fresh[gate]);
  gate_source remembered =
      source_of(node, THIMBLE_LSTM_RECURRENT_WEIGHTS + gate, hidden, params->units, q->hidden_zero_point);
  remembered.scaling = type->scaling(&q->remembered[gate]);
  for (int32_t unit = 0; unit < params->units; unit += 4) {
    const int32_t left = params->units - unit, count = left < 4 ? left : 4;
    int32_t of_input[4], of_hidden[4];
    scale_units(type, &fresh, unit, count, of_input);
    scale_units(type, &remembered, unit, count, of_hidden);
    for (int32_t i = 0; i < count; i++) hifi_s16(gate_value(of_input[i], of_hidden[i], gate), values + unit + i);
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

static inline void update(const thimble_node *node, const lstm_type *type, const state_scalings *by, int16_t *cell,
                          int8_t *hidden, int8_t *output) {
  const thimble_lstm_quantization *q = node->data;
  const stored_type *stored = type->activations->stored;
  const int32_t units = ((const lstm_params *)node->params)->units;
  const int16_t *gates = node->scratch;
  for (int32_t i = 0; i < units; i++, gates++, hidden += stored->bytes, output += stored->bytes) {
    const int32_t state = next_cell(q, by, gates, units, hifi_l16s(cell + i));
    hifi_s16(state, cell + i);
    const int32_t gate = hifi_l16s(gates + THIMBLE_LSTM_OUTPUT * units);
    const int32_t product = hifi_mull(tanh_at(table_argument(state, &q->cell_argument)), gate);
    const int32_t exposed = hifi_add(requantize(product, &by->expose), q->hidden_zero_point);
    const int32_t clamped = hifi_min(hifi_max(exposed, type->range.min), type->range.max);
    stored->store(clamped, hidden);
    stored->store(clamped, output);
  }
}

static inline void run(const thimble_node *node, const lstm_type *type) {
  const lstm_params *params = node->params;
  const thimble_lstm_quantization *q = node->data;
  const state_scalings by = {scaling_of(&q->keep), scaling_of(&q->add), scaling_of(&q->expose)};
  const int32_t units = params->units, bytes = type->activations->stored->bytes;
  const int8_t *input = thimble_input(node, 0)->data;
  int8_t *hidden = thimble_input(node, THIMBLE_LSTM_HIDDEN_STATE)->data, *output = thimble_output(node, 0)->data;
  int16_t *cell = thimble_input(node, THIMBLE_LSTM_CELL_STATE)->data, *gates = node->scratch;
  for (int32_t batch = 0; batch < params->batches; batch++, hidden += units * bytes, cell += units) {
    for (int32_t step = 0; step < params->steps; step++) {
      const int32_t row = thimble_lstm_row(params, batch, step);
      const int8_t *given = input + row * params->input_depth * bytes;
      for (uint32_t gate = 0; gate < THIMBLE_LSTM_GATES; gate++)
        fill_gate(node, type, gate, given, hidden, gates + (int32_t)gate * units);
      update(node, type, &by, cell, hidden, output + row * units * bytes);
    }
  }
}

#define LSTM_KERNEL(type, types)                                                                        \
  static thimble_status invoke_##type(const thimble_host *host, thimble_node *node) {                  \
    (void)host;                                                                                        \
    run(node, &lstm_##type);                                                                           \
    return THIMBLE_OK;                                                                                 \
  }                                                                                                    \
  THIMBLE_KERNEL(unidirectional_sequence_lstm_##type, "UNIDIRECTIONAL_SEQUENCE_LSTM", types,           \
                 THIMBLE_EXACT_REQUANTIZED, .supports = thimble_supports_lstm,                         \
                 .prepare = thimble_prepare_lstm, .invoke = invoke_##type)

LSTM_KERNEL(s8, THIMBLE_LSTM_TYPES("int8", "int8", "int32", "int16"));
LSTM_KERNEL(s16, THIMBLE_LSTM_TYPES("int16", "int8", "int64", "int16"));
