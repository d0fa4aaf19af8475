#include "blocks.h"
#include "four_integers.h"
#include "quantize_row.h"

typedef struct {
  v128_t scale;
  v128_t zero_point;
} dequantize_lanes;

/* The difference has at most 17 bits, so that its product with the scale is rounded once. */
#define DEQUANTIZE_ROW(type, bytes)                                                                              \
  INLINED void dequantize_block_##type(const void *input, void *output, const void *state) {                    \
    const dequantize_lanes *lanes = state;                                                                      \
    for (int32_t i = 0; i < BLOCK; i += 4) {                                                                    \
      const v128_t x = wasm_i32x4_sub(load_four_##type((const int8_t *)input + i * (bytes)), lanes->zero_point); \
      wasm_v128_store((float *)output + i, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(x), lanes->scale));          \
    }                                                                                                           \
  }                                                                                                             \
  void dequantize_row_##type(float scale, int32_t zero_point, const void *input, float *output, int32_t n) {    \
    const dequantize_lanes lanes = {wasm_f32x4_splat(scale), wasm_i32x4_splat(zero_point)};                     \
    map_blocks(n, input, bytes, output, 4, dequantize_block_##type, &lanes);                                    \
  }

DEQUANTIZE_ROW(s8, 1)
DEQUANTIZE_ROW(u8, 1)
DEQUANTIZE_ROW(s16, 2)
