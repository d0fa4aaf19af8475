#include "quantize_row.h"

#include "blocks.h"
#include "four_integers.h"
#include "rescale.h"

typedef struct {
  v128_t input_zero_point;
  rescale factor;
  v128_t zero_point;
  v128_t min;
  v128_t max;
} requantize_lanes;

INLINED v128_t requantize_four_integers(v128_t x, const requantize_lanes *lanes) {
  const v128_t scaled = rescale_four(wasm_i32x4_sub(x, lanes->input_zero_point), &lanes->factor);
  return wasm_i32x4_min(wasm_i32x4_max(wasm_i32x4_add(scaled, lanes->zero_point), lanes->min), lanes->max);
}

INLINED requantize_lanes make_requantize_lanes(const requantization *q) {
  return (requantize_lanes){
      .input_zero_point = wasm_i32x4_splat(q->input_zero_point),
      .factor = make_rescale(q->factor),
      .zero_point = wasm_i32x4_splat(q->output.zero_point),
      .min = wasm_i32x4_splat(q->output.range.min),
      .max = wasm_i32x4_splat(q->output.range.max),
  };
}

/* Bytes of an element by its type's name. */
enum { BYTES_s8 = 1, BYTES_s16 = 2, BYTES_s32 = 4 };

#define REQUANTIZE_ROW(from, to)                                                                                 \
  INLINED void from##_to_##to(const void *input, void *output, const void *lanes) {                             \
    for (int32_t i = 0; i < BLOCK; i += 4) {                                                                    \
      const v128_t x = load_four_##from((const int8_t *)input + i * BYTES_##from);                              \
      store_four_##to((int8_t *)output + i * BYTES_##to, requantize_four_integers(x, lanes));                   \
    }                                                                                                           \
  }                                                                                                             \
  void requantize_row_##from##_##to(const requantization *quantization, const void *input, void *output,        \
                                    int32_t n) {                                                                \
    const requantize_lanes lanes = make_requantize_lanes(quantization);                                         \
    map_blocks(n, input, BYTES_##from, output, BYTES_##to, from##_to_##to, &lanes);                             \
  }

REQUANTIZE_ROW(s8, s16)
REQUANTIZE_ROW(s8, s32)
REQUANTIZE_ROW(s16, s8)
REQUANTIZE_ROW(s16, s16)
REQUANTIZE_ROW(s16, s32)
REQUANTIZE_ROW(s32, s8)
REQUANTIZE_ROW(s32, s16)
