/*
 * One channel of a 3 x 3 depthwise convolution, two instructions a product: the load, and MULA.AA. Loads of bytes know no
 * sign: inputs are lifted by 128, which is the turn of a bit, and the bias takes as much back.
 */
#ifndef ESP32_MAC16_PLANE_3X3_H
#define ESP32_MAC16_PLANE_3X3_H

#include <thimble/kit/copy_bytes.h>

#include "../shared/plane_rows.h"
#include "../shared/store.h"
#include "mac16.h"

/** Lifts the copied rows, which begin at a word. */
static inline void lay_planes(int8_t *rows, int32_t size) {
  int32_t i = 0;
  for (; i + 4 <= size; i += 4) *(thimble_word *)(rows + i) ^= 0x80808080;
  for (; i < size; i++) rows[i] = (int8_t)(rows[i] ^ -128);
}

/** Two weights in the halves of a word. */
static inline uint32_t weight_pair(int32_t low, int32_t high) { return (uint16_t)low | (uint32_t)high << 16; }

/* A row of three taps; the halves and the word of each weight. */
#define ROW_OF_3(row, half_a, a, half_b, b, half_c, c)         \
  mac16_mula_aa(&at, MAC16_L##half_a, (row)[0], (a));          \
  mac16_mula_aa(&at, MAC16_L##half_b, (row)[depth], (b));      \
  mac16_mula_aa(&at, MAC16_L##half_c, (row)[2 * depth], (c))

/** One channel of a row of windows of 3 x 3 taps, from its first input and weight on. */
static void convolve_plane_3x3(const plane_rows *rows, const int8_t *input, const int8_t *weights, channel by,
                               const thimble_output_quantization *q, int8_t *output) {
  const thimble_output_quantization quantization = *q;
  const int32_t depth = rows->depth, step = rows->step;
  int32_t w[9], total = 0;
  for (int32_t i = 0; i < 9; i++) total += w[i] = weights[i * depth];
  const uint32_t first = weight_pair(w[0], w[1]), second = weight_pair(w[2], w[3]), third = weight_pair(w[4], w[5]);
  const uint32_t fourth = weight_pair(w[6], w[7]), last = weight_pair(w[8], 0);
  const uint32_t bias = by.bias - (uint32_t)(128 * total);
  const uint8_t *row0 = (const uint8_t *)input, *row1 = row0 + rows->row_size, *row2 = row1 + rows->row_size;
  const uint8_t *const end = row0 + rows->count * step;
  for (; row0 < end; row0 += step, row1 += step, row2 += step, output += depth) {
    mac16 at;
    mac16_start(&at, bias);
    ROW_OF_3(row0, L, first, H, first, L, second);
    ROW_OF_3(row1, H, second, L, third, H, third);
    ROW_OF_3(row2, L, fourth, H, fourth, L, last);
    *output = store_sum(mac16_sum(&at), by, quantization);
  }
}

#endif
