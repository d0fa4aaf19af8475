#include "shared/row_channels_s16.h"

#include "shared/rows_s16.h"

/* Elements whose products have a sum of 32 bits: less than 2^31 / (2^15 * 2^7), whole groups of any tier. */
enum { BLOCK = 504 };

uint32_t arm_row_channels_bytes_s16(int32_t length) { return arm_row_bytes_s16(length); }

static int32_t block_at(int32_t from, int32_t length) { return length - from < BLOCK ? length - from : BLOCK; }

static int64_t sum_row(const int16_t *row, const int8_t *weights, int32_t length) {
  int64_t sum = 0;
  for (int32_t from = 0; from < length; from += BLOCK) {
    sum += arm_multiply_row_s16(row + from, weights + from, block_at(from, length));
  }
  return sum;
}

static void sum_rows(int64_t *sums, const int16_t *row, const int8_t *weights, int32_t length) {
  for (int32_t i = 0; i < ARM_ROWS_S16; i++) sums[i] = 0;
  for (int32_t from = 0; from < length; from += BLOCK) {
    int32_t block[ARM_ROWS_S16];
    arm_multiply_rows_s16(block, row + from, weights + from, length, block_at(from, length));
    for (int32_t i = 0; i < ARM_ROWS_S16; i++) sums[i] += block[i];
  }
}

static int16_t store(const arm_row_channels_s16 *by, int64_t sum, int32_t channel) {
  return (int16_t)thimble_store_wide_sum(sum, channel, by->layer, &by->data);
}

void arm_multiply_channels_s16(const arm_row_channels_s16 *by, const int16_t *vector, int16_t *output, void *scratch) {
  const int32_t length = by->length, channels = by->channels;
  const int8_t *weights = by->data.filter;
  const int16_t *row = arm_place_row_s16(scratch, vector, length);
  int32_t channel = 0;
  for (; channel + ARM_ROWS_S16 <= channels; channel += ARM_ROWS_S16, weights += ARM_ROWS_S16 * length) {
    int64_t sums[ARM_ROWS_S16];
    sum_rows(sums, row, weights, length);
    for (int32_t i = 0; i < ARM_ROWS_S16; i++) output[channel + i] = store(by, sums[i], channel + i);
  }
  for (; channel < channels; channel++, weights += length) {
    output[channel] = store(by, sum_row(row, weights, length), channel);
  }
}
