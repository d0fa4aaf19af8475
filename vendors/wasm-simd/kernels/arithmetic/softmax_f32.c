#include "blocks.h"
#include "exp_f32.h"
#include "softmax.h"

typedef struct {
  v128_t greatest;
  v128_t beta;
} difference_lanes;

/* e^(beta * (x - greatest)). */
INLINED void exponential_block(const void *input, void *output, const void *state) {
  const difference_lanes *lanes = state;
  for (int32_t i = 0; i < BLOCK; i += 4) {
    const v128_t x = wasm_f32x4_sub(wasm_v128_load((const float *)input + i), lanes->greatest);
    wasm_v128_store((float *)output + i, exp_of_four(wasm_f32x4_mul(x, lanes->beta)));
  }
}

static float greatest_of(const float *input, int32_t n) {
  float greatest = -__builtin_inff();
  for (int32_t i = 0; i < n; i++) greatest = input[i] > greatest ? input[i] : greatest;
  return greatest;
}

static float sum_of(const float *input, int32_t n) {
  v128_t lanes = wasm_f32x4_const_splat(0);
  int32_t i = 0;
  for (; i + 4 <= n; i += 4) lanes = wasm_f32x4_add(lanes, wasm_v128_load(input + i));
  float sum = wasm_f32x4_extract_lane(lanes, 0) + wasm_f32x4_extract_lane(lanes, 1) +
              wasm_f32x4_extract_lane(lanes, 2) + wasm_f32x4_extract_lane(lanes, 3);
  for (; i < n; i++) sum += input[i];
  return sum;
}

void softmax_row_f32(float beta, const float *input, float *output, int32_t depth) {
  const difference_lanes lanes = {wasm_f32x4_splat(greatest_of(input, depth)), wasm_f32x4_splat(beta)};
  map_blocks(depth, input, 4, output, 4, exponential_block, &lanes);
  const float factor = 1 / sum_of(output, depth);
  for (int32_t i = 0; i < depth; i++) output[i] *= factor;
}
