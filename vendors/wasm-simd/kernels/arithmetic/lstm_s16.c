#include "lstm_s16.h"

#include <thimble/kit/requantize.h>

static int32_t saturate_s16(int32_t x) { return thimble_clamp(x, INT16_MIN, INT16_MAX); }

void activate_gates(const int16_t *fresh, const int16_t *remembered, int16_t *gates, int32_t units, int32_t is_tanh) {
  if (is_tanh) {
    for (int32_t i = 0; i < units; i++) gates[i] = (int16_t)thimble_tanh_at(3 * saturate_s16(fresh[i] + remembered[i]));
  } else {
    for (int32_t i = 0; i < units; i++) gates[i] = (int16_t)thimble_sigmoid_at(3 * saturate_s16(fresh[i] + remembered[i]));
  }
}

void update_cell(const cell_update *update, const int16_t *forget, const int16_t *input, const int16_t *candidate,
                 int16_t *cell, int32_t units) {
  for (int32_t i = 0; i < units; i++) {
    const int32_t kept = saturate_s16(thimble_requantize(forget[i] * cell[i], update->keep));
    const int32_t added = saturate_s16(thimble_requantize(input[i] * candidate[i], update->add));
    cell[i] = (int16_t)thimble_clamp(kept + added, update->min, update->max);
  }
}

void expose_cell(thimble_sigmoid_argument argument, const int16_t *output_gate, const int16_t *cell, int32_t *products,
                 int32_t units) {
  for (int32_t i = 0; i < units; i++) products[i] = thimble_tanh_at(thimble_table_argument(cell[i], argument)) * output_gate[i];
}
