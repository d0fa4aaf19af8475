#include "unary_f32.h"

#include "blocks.h"
#include "exp_f32.h"

INLINED void map_f32(const void *input, void *output, v128_t (*f)(v128_t x, const v128_t *lanes), const void *lanes) {
  for (int32_t i = 0; i < BLOCK; i += 4) {
    wasm_v128_store((float *)output + i, f(wasm_v128_load((const float *)input + i), lanes));
  }
}

INLINED v128_t logistic_of(v128_t x, const v128_t *lanes) {
  (void)lanes;
  return logistic_of_four(x);
}

INLINED v128_t tanh_of(v128_t x, const v128_t *lanes) {
  (void)lanes;
  return tanh_of_four(x);
}

INLINED v128_t clamp_of(v128_t x, const v128_t *lanes) {
  return wasm_f32x4_pmin(wasm_f32x4_pmax(x, lanes[0]), lanes[1]);
}

INLINED v128_t hard_swish_of(v128_t x, const v128_t *lanes) {
  /* Divided before it is multiplied: 6 x might be infinite. */
  return wasm_f32x4_mul(x, wasm_f32x4_div(clamp_of(wasm_f32x4_add(x, lanes[2]), lanes), lanes[1]));
}

INLINED v128_t leaky_relu_of(v128_t x, const v128_t *lanes) {
  return wasm_v128_bitselect(x, wasm_f32x4_mul(x, lanes[1]), wasm_f32x4_gt(x, lanes[0]));
}

INLINED void logistic_block(const void *in, void *out, const void *lanes) { map_f32(in, out, logistic_of, lanes); }
INLINED void tanh_block(const void *in, void *out, const void *lanes) { map_f32(in, out, tanh_of, lanes); }
INLINED void clamp_block(const void *in, void *out, const void *lanes) { map_f32(in, out, clamp_of, lanes); }
INLINED void hard_swish_block(const void *in, void *out, const void *lanes) { map_f32(in, out, hard_swish_of, lanes); }
INLINED void leaky_relu_block(const void *in, void *out, const void *lanes) { map_f32(in, out, leaky_relu_of, lanes); }

void logistic_row_f32(const float *input, float *output, int32_t n) {
  map_blocks(n, input, 4, output, 4, logistic_block, 0);
}

void tanh_row_f32(const float *input, float *output, int32_t n) {
  map_blocks(n, input, 4, output, 4, tanh_block, 0);
}

void clamp_row_f32(const float *input, float *output, int32_t n, float min, float max) {
  const v128_t lanes[] = {wasm_f32x4_splat(min), wasm_f32x4_splat(max)};
  map_blocks(n, input, 4, output, 4, clamp_block, lanes);
}

void hard_swish_row_f32(const float *input, float *output, int32_t n) {
  const v128_t lanes[] = {wasm_f32x4_const_splat(0), wasm_f32x4_const_splat(6), wasm_f32x4_const_splat(3)};
  map_blocks(n, input, 4, output, 4, hard_swish_block, lanes);
}

void leaky_relu_row_f32(const float *input, float *output, int32_t n, float alpha) {
  const v128_t lanes[] = {wasm_f32x4_const_splat(0), wasm_f32x4_splat(alpha)};
  map_blocks(n, input, 4, output, 4, leaky_relu_block, lanes);
}
