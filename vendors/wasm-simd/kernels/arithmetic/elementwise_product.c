#include "elementwise_product.h"

#include "rescale.h"

typedef struct {
  v128_t first_zero_point;
  v128_t second_zero_point;
  rescale factor;
  small_rescale small_factor;
  /* A constant: products go the short way. */
  int is_small;
  output_lanes output;
} product_lanes;

INLINED v128_t rescale_product(v128_t product, const product_lanes *lanes) {
  return lanes->is_small ? small_rescale_four(product, &lanes->small_factor, false) : rescale_four(product, &lanes->factor);
}

/* Eight products of numbers of 16 bits, less their zero points. */
INLINED void multiply_eight(v128_t first, v128_t second, const product_lanes *lanes, v128_t *low, v128_t *high) {
  const v128_t a = wasm_i16x8_sub(first, lanes->first_zero_point);
  const v128_t b = wasm_i16x8_sub(second, lanes->second_zero_point);
  *low = rescale_product(wasm_i32x4_extmul_low_i16x8(a, b), lanes);
  *high = rescale_product(wasm_i32x4_extmul_high_i16x8(a, b), lanes);
}

INLINED void product_block_s8(const void *first, const void *second, void *output, const void *state) {
  const product_lanes *lanes = state;
  const v128_t a = wasm_v128_load(first), b = wasm_v128_load(second);
  v128_t p[4];
  multiply_eight(wasm_i16x8_extend_low_i8x16(a), wasm_i16x8_extend_low_i8x16(b), lanes, &p[0], &p[1]);
  multiply_eight(wasm_i16x8_extend_high_i8x16(a), wasm_i16x8_extend_high_i8x16(b), lanes, &p[2], &p[3]);
  wasm_v128_store(output, quantize_s8(p[0], p[1], p[2], p[3], &lanes->output));
}

/* Four products; zero points may make them leave 16 bits. */
INLINED v128_t multiply_four(v128_t first, v128_t second, const product_lanes *lanes) {
  const v128_t a = wasm_i32x4_sub(first, lanes->first_zero_point);
  const v128_t b = wasm_i32x4_sub(second, lanes->second_zero_point);
  return rescale_product(wasm_i32x4_mul(a, b), lanes);
}

INLINED void product_block_s16(const void *first, const void *second, void *output, const void *state) {
  const product_lanes *lanes = state;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    const v128_t a = wasm_v128_load((const int16_t *)first + i), b = wasm_v128_load((const int16_t *)second + i);
    const v128_t low = multiply_four(wasm_i32x4_extend_low_i16x8(a), wasm_i32x4_extend_low_i16x8(b), lanes);
    const v128_t high = multiply_four(wasm_i32x4_extend_high_i16x8(a), wasm_i32x4_extend_high_i16x8(b), lanes);
    wasm_v128_store((int16_t *)output + i, quantize_s16(low, high, &lanes->output));
  }
}

/* Bits of a product of two int8 less their zero points. */
enum { PRODUCT_BITS = 16 };

INLINED void row_s8(const product_quantization *q, const binary_row *row, int is_small) {
  const product_lanes lanes = {
      .first_zero_point = wasm_i16x8_splat((int16_t)q->first_zero_point),
      .second_zero_point = wasm_i16x8_splat((int16_t)q->second_zero_point),
      .factor = make_rescale(q->factor),
      .small_factor = make_small_rescale(q->factor, 0),
      .is_small = is_small,
      .output = output_lanes_s8(&q->output),
  };
  combine_blocks(row, 1, product_block_s8, &lanes);
}

void product_row_s8(const void *quantization, const binary_row *row) {
  const product_quantization *q = quantization;
  if (fits_small_rescale(q->factor, PRODUCT_BITS)) return row_s8(q, row, 1);
  row_s8(q, row, 0);
}

void product_row_s16(const void *quantization, const binary_row *row) {
  const product_quantization *q = quantization;
  const product_lanes lanes = {
      .first_zero_point = wasm_i32x4_splat(q->first_zero_point),
      .second_zero_point = wasm_i32x4_splat(q->second_zero_point),
      .factor = make_rescale(q->factor),
      .output = output_lanes_s16(&q->output),
  };
  combine_blocks(row, 2, product_block_s16, &lanes);
}
