/* Two rows of inputs by filters: the loop of CONV_2D. */
#ifndef ESP32_PLAIN_MULTIPLY_PAIR_H
#define ESP32_PLAIN_MULTIPLY_PAIR_H

#include <thimble/kit/copy_bytes.h>

#include "../shared/window_pair.h"

/** Stores the outputs of channel c of both windows. */
static inline void store_pair(const window_pair *pair, int32_t c, uint32_t first, uint32_t second, channel by,
                              thimble_output_quantization output) {
  pair->outputs[0][c] = store_sum(first, by, output);
  pair->outputs[1][c] = store_sum(second, by, output);
}

/* Each operand that is loaded counts for 2 or 4 products; 8 sums, 6 pointers and 5 operands fit 27 registers. */
#define TAP_4X2(i)                                                            \
  {                                                                           \
    const int32_t x0 = row0[i], x1 = row1[i];                                 \
    int32_t w = filter0[i];                                                   \
    sum00 += (uint32_t)(x0 * w), sum01 += (uint32_t)(x1 * w), w = filter1[i]; \
    sum10 += (uint32_t)(x0 * w), sum11 += (uint32_t)(x1 * w), w = filter2[i]; \
    sum20 += (uint32_t)(x0 * w), sum21 += (uint32_t)(x1 * w), w = filter3[i]; \
    sum30 += (uint32_t)(x0 * w), sum31 += (uint32_t)(x1 * w);                 \
    THIMBLE_KEEP_ORDER();                                                             \
  }

static inline void multiply_4x2(const window_pair *pair, const filter_rows *filters, int32_t c,
                                const thimble_output_quantization *output) {
  const int32_t length = filters->length;
  const int8_t *row0 = pair->rows[0], *row1 = pair->rows[1];
  const int8_t *filter0 = (const int8_t *)filters->weights + c * length, *filter1 = filter0 + length;
  const int8_t *filter2 = filter1 + length, *filter3 = filter2 + length;
  const int8_t *const end = row0 + length, *const unrolled_end = row0 + (length & ~7);
  const channel *by = filters->channels + c;
  uint32_t sum00 = by[0].bias, sum01 = sum00, sum10 = by[1].bias, sum11 = sum10;
  uint32_t sum20 = by[2].bias, sum21 = sum20, sum30 = by[3].bias, sum31 = sum30;
  for (; row0 < unrolled_end; row0 += 8, row1 += 8, filter0 += 8, filter1 += 8, filter2 += 8, filter3 += 8) {
    TAP_4X2(0) TAP_4X2(1) TAP_4X2(2) TAP_4X2(3) TAP_4X2(4) TAP_4X2(5) TAP_4X2(6) TAP_4X2(7)
  }
  for (; row0 < end; row0++, row1++, filter0++, filter1++, filter2++, filter3++) TAP_4X2(0)
  store_pair(pair, c, sum00, sum01, by[0], *output);
  store_pair(pair, c + 1, sum10, sum11, by[1], *output);
  store_pair(pair, c + 2, sum20, sum21, by[2], *output);
  store_pair(pair, c + 3, sum30, sum31, by[3], *output);
}

static inline void multiply_1x2(const window_pair *pair, const filter_rows *filters, int32_t c,
                                const thimble_output_quantization *output) {
  const int8_t *row0 = pair->rows[0], *row1 = pair->rows[1];
  const int8_t *filter = (const int8_t *)filters->weights + c * filters->length, *const end = filter + filters->length;
  uint32_t sum0 = filters->channels[c].bias, sum1 = sum0;
  for (; filter < end; filter++, row0++, row1++) {
    sum0 += (uint32_t)(*row0 * *filter);
    sum1 += (uint32_t)(*row1 * *filter);
  }
  store_pair(pair, c, sum0, sum1, filters->channels[c], *output);
}

/** The outputs of two windows. */
static inline void multiply_pair(const window_pair *pair, const filter_rows *filters,
                                 const thimble_output_quantization *output) {
  int32_t c = 0;
  for (; c + 4 <= filters->count; c += 4) multiply_4x2(pair, filters, c, output);
  for (; c < filters->count; c++) multiply_1x2(pair, filters, c, output);
}

#endif
