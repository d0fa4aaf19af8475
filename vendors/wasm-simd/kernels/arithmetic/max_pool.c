#include "channel_blocks.h"
#include "extremes.h"
#include "sum_taps.h"

typedef struct {
  v128_t min;
  v128_t max;
} range_lanes;

INLINED void store_bytes(void *to, v128_t x, int32_t bytes) {
  if (bytes == 16) wasm_v128_store(to, x);
  if (bytes == 8) wasm_v128_store64_lane(to, x, 0);
  if (bytes == 4) wasm_v128_store32_lane(to, x, 0);
  if (bytes == 2) wasm_v128_store16_lane(to, x, 0);
  if (bytes == 1) wasm_v128_store8_lane(to, x, 0);
}

/* The greatest taps of an element type, and a function that stores them for every channel. */
#define GREATEST(type, element, most_lanes, range_type, splat)                                                     \
  INLINED void greatest_channels_##type(const pool_taps *taps, const void *state, const void *input, void *output, \
                                        int32_t c, int32_t lanes) {                                                \
    const range_lanes *range = state;                                                                              \
    const element *line = (const element *)input + c;                                                              \
    v128_t greatest = range->min;                                                                                  \
    for (int32_t row = 0; row < taps->rows; row++, line += taps->row_step) {                                       \
      const element *tap = line;                                                                                   \
      for (int32_t column = 0; column < taps->columns; column++, tap += taps->column_step) {                       \
        greatest = max_##type(greatest, load_lanes_##type(tap, lanes));                                            \
      }                                                                                                            \
    }                                                                                                              \
    store_bytes((element *)output + c, min_##type(greatest, range->max), lanes * (int32_t)sizeof(element));        \
  }                                                                                                                \
  void greatest_##type(const pool_taps *taps, const void *range, const void *input, void *output) {                \
    const range_type *bounds = range;                                                                              \
    const range_lanes lanes = {splat((element)bounds->min), splat((element)bounds->max)};                          \
    for_each_channel(taps, &lanes, input, output, most_lanes, greatest_channels_##type);                           \
  }

GREATEST(s8, int8_t, 16, thimble_range, wasm_i8x16_splat)
GREATEST(s16, int16_t, 8, thimble_range, wasm_i16x8_splat)
GREATEST(f32, float, 4, thimble_range_f32, wasm_f32x4_splat)
