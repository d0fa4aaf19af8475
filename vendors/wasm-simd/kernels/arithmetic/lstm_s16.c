#include "lstm_s16.h"

void activate_gates(const int16_t *fresh, const int16_t *remembered, int16_t *gates, int32_t units, int32_t is_tanh) {
  if (is_tanh) {
    for (int32_t i = 0; i < units; i++) gates[i] = (int16_t)thimble_lstm_gate_value(fresh[i], remembered[i], 1);
  } else {
    for (int32_t i = 0; i < units; i++) gates[i] = (int16_t)thimble_lstm_gate_value(fresh[i], remembered[i], 0);
  }
}

void update_cell(const thimble_lstm_quantization *q, const int16_t *forget, const int16_t *input,
                 const int16_t *candidate, int16_t *cell, int32_t units) {
  for (int32_t i = 0; i < units; i++) {
    cell[i] = (int16_t)thimble_lstm_next_cell(q, forget[i], cell[i], input[i], candidate[i]);
  }
}

void expose_cell(const thimble_lstm_quantization *q, const int16_t *output_gate, const int16_t *cell,
                 int32_t *products, int32_t units) {
  for (int32_t i = 0; i < units; i++) products[i] = thimble_lstm_exposed(q, output_gate[i], cell[i]);
}
