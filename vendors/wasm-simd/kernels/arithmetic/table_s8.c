#include "table_s8.h"

/* Eight inputs are read, and eight outputs written, as one number: memory is left to the table. */
static inline uint64_t apply_eight(const uint8_t *values, uint64_t x) {
  uint64_t result = 0;
  for (int32_t bit = 0; bit < 64; bit += 8) result |= (uint64_t)values[(x >> bit) & 0xff] << bit;
  return result;
}

void apply_table_s8(const int8_t *values, const int8_t *input, int8_t *output, int32_t n) {
  const uint8_t *const bytes = (const uint8_t *)values;
  int32_t i = 0;
  for (; i + 8 <= n; i += 8) {
    uint64_t x;
    __builtin_memcpy(&x, input + i, sizeof x);
    const uint64_t y = apply_eight(bytes, x);
    __builtin_memcpy(output + i, &y, sizeof y);
  }
  for (; i < n; i++) output[i] = values[(uint8_t)input[i]];
}
