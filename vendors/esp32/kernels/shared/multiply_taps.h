/* Two rows of inputs by filters whose channels are innermost: several filters over one input channel. */
#ifndef ESP32_MULTIPLY_TAPS_H
#define ESP32_MULTIPLY_TAPS_H

#include "../plain/multiply_pair.h"

/** Filters side by side: a tap's weights are `step` behind those of the tap before. */
typedef struct filter_columns {
  const int8_t *weights;
  int32_t step;
  /** Taps of a filter. */
  int32_t length;
  int32_t count;
  const channel *channels;
} filter_columns;

/* A tap of two windows by four filters, then on to the next tap's weights. */
#define COLUMN_TAP_4X2(i)                                                         \
  {                                                                              \
    const int32_t x0 = row0[i], x1 = row1[i];                                    \
    int32_t w = filter[0];                                                       \
    sum00 += (uint32_t)(x0 * w), sum01 += (uint32_t)(x1 * w), w = filter[1];      \
    sum10 += (uint32_t)(x0 * w), sum11 += (uint32_t)(x1 * w), w = filter[2];      \
    sum20 += (uint32_t)(x0 * w), sum21 += (uint32_t)(x1 * w), w = filter[3];      \
    sum30 += (uint32_t)(x0 * w), sum31 += (uint32_t)(x1 * w), filter += step;     \
    THIMBLE_KEEP_ORDER();                                                                \
  }

static inline void multiply_taps_4x2(const window_pair *pair, const filter_columns *filters, int32_t c,
                                     const thimble_output_quantization *output) {
  const int8_t *row0 = pair->rows[0], *row1 = pair->rows[1], *filter = filters->weights + c;
  const int8_t *const end = row0 + filters->length, *const unrolled_end = row0 + (filters->length & ~3);
  const int32_t step = filters->step;
  const channel *by = filters->channels + c;
  uint32_t sum00 = by[0].bias, sum01 = sum00, sum10 = by[1].bias, sum11 = sum10;
  uint32_t sum20 = by[2].bias, sum21 = sum20, sum30 = by[3].bias, sum31 = sum30;
  for (; row0 < unrolled_end; row0 += 4, row1 += 4) {
    COLUMN_TAP_4X2(0) COLUMN_TAP_4X2(1) COLUMN_TAP_4X2(2) COLUMN_TAP_4X2(3)
  }
  for (; row0 < end; row0++, row1++) COLUMN_TAP_4X2(0)
  store_pair(pair, c, sum00, sum01, by[0], *output);
  store_pair(pair, c + 1, sum10, sum11, by[1], *output);
  store_pair(pair, c + 2, sum20, sum21, by[2], *output);
  store_pair(pair, c + 3, sum30, sum31, by[3], *output);
}

static inline void multiply_taps_1x2(const window_pair *pair, const filter_columns *filters, int32_t c,
                                     const thimble_output_quantization *output) {
  const int8_t *row0 = pair->rows[0], *row1 = pair->rows[1], *filter = filters->weights + c;
  const int8_t *const end = row0 + filters->length;
  uint32_t sum0 = filters->channels[c].bias, sum1 = sum0;
  for (; row0 < end; filter += filters->step) {
    sum0 += (uint32_t)(*row0++ * *filter);
    sum1 += (uint32_t)(*row1++ * *filter);
  }
  store_pair(pair, c, sum0, sum1, filters->channels[c], *output);
}

/** The outputs of two windows. */
static inline void multiply_taps(const window_pair *pair, const filter_columns *filters,
                                 const thimble_output_quantization *output) {
  int32_t c = 0;
  for (; c + 4 <= filters->count; c += 4) multiply_taps_4x2(pair, filters, c, output);
  for (; c < filters->count; c++) multiply_taps_1x2(pair, filters, c, output);
}

#endif
