#ifndef THIMBLE_ARITHMETIC_LSTM_S16_H
#define THIMBLE_ARITHMETIC_LSTM_S16_H

#include <thimble/kit/lstm.h>

/* Steps of a quantized LSTM on int16 in units of 2^-12 (sums of gates) and 2^-15 (gates), of all units. */

/* gates[i] = logistic, or tanh, of the saturated sum of what is fresh and what is remembered. */
void activate_gates(const int16_t *fresh, const int16_t *remembered, int16_t *gates, int32_t units, int32_t is_tanh);

void update_cell(const thimble_lstm_quantization *q, const int16_t *forget, const int16_t *input,
                 const int16_t *candidate, int16_t *cell, int32_t units);

/* hidden = output * tanh cell, without its zero point, in 32 bits. */
void expose_cell(const thimble_lstm_quantization *q, const int16_t *output_gate, const int16_t *cell,
                 int32_t *products, int32_t units);

#endif
