#include "sigmoid_rows_s16.h"

void logistic_s16_row(thimble_sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n) {
  for (int32_t i = 0; i < n; i++) output[i] = (int16_t)thimble_sigmoid_at(thimble_table_argument(input[i], by));
}

void tanh_s16_row(thimble_sigmoid_argument by, const int16_t *input, int16_t *output, int32_t n) {
  for (int32_t i = 0; i < n; i++) output[i] = (int16_t)thimble_tanh_at(thimble_table_argument(input[i], by));
}
