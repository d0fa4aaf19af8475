/* One row of inputs by filters: the loop of FULLY_CONNECTED. */
#ifndef ESP32_PLAIN_MULTIPLY_ROW_H
#define ESP32_PLAIN_MULTIPLY_ROW_H

#include <thimble/kit/copy_bytes.h>

#include "../shared/window_pair.h"

#define TAP_4(i)                          \
  {                                       \
    const int32_t x = row[i];             \
    sum0 += (uint32_t)(x * filter0[i]);   \
    sum1 += (uint32_t)(x * filter1[i]);   \
    sum2 += (uint32_t)(x * filter2[i]);   \
    sum3 += (uint32_t)(x * filter3[i]);   \
    THIMBLE_KEEP_ORDER();                         \
  }

/* Four outputs, so that an input is loaded once for four products. */
static void multiply_4(const int8_t *row, const int8_t *weights, int32_t length, const channel *by,
                       const thimble_output_quantization *q, int8_t *output) {
  const int8_t *filter0 = weights, *filter1 = filter0 + length;
  const int8_t *filter2 = filter1 + length, *filter3 = filter2 + length;
  const int8_t *const end = row + length, *const unrolled_end = row + (length & ~7);
  uint32_t sum0 = by[0].bias, sum1 = by[1].bias, sum2 = by[2].bias, sum3 = by[3].bias;
  for (; row < unrolled_end; row += 8, filter0 += 8, filter1 += 8, filter2 += 8, filter3 += 8) {
    TAP_4(0) TAP_4(1) TAP_4(2) TAP_4(3) TAP_4(4) TAP_4(5) TAP_4(6) TAP_4(7)
  }
  for (; row < end; row++, filter0++, filter1++, filter2++, filter3++) TAP_4(0)
  output[0] = store_sum(sum0, by[0], *q);
  output[1] = store_sum(sum1, by[1], *q);
  output[2] = store_sum(sum2, by[2], *q);
  output[3] = store_sum(sum3, by[3], *q);
}

static int8_t multiply_1(const int8_t *row, const int8_t *weights, int32_t length, const channel *by,
                         const thimble_output_quantization *q) {
  const int8_t *const end = row + length;
  uint32_t sum = by->bias;
  while (row < end) sum += (uint32_t)(*row++ * *weights++);
  return store_sum(sum, by[0], *q);
}

/** The outputs of a row. */
static inline void multiply_row(const void *row, const filter_rows *filters, const thimble_output_quantization *q,
                                int8_t *output) {
  const int32_t length = filters->length, count = filters->count;
  const int8_t *weights = filters->weights;
  const channel *by = filters->channels;
  int32_t c = 0;
  for (; c + 4 <= count; c += 4, by += 4, weights += 4 * length) multiply_4(row, weights, length, by, q, output + c);
  for (; c < count; c++, by++, weights += length) output[c] = multiply_1(row, weights, length, by, q);
}

#endif
