#include "resize.h"

#include <thimble/kit/divide.h>
#include "simd.h"

#include "four_integers.h"
#include "rescale.h"

enum { MEAN_SHIFT = 20, MEAN_MASK = (1 << MEAN_SHIFT) - 1 };

typedef struct {
  v128_t left;
  v128_t right;
} weights_of_pair;

/* left * weight + right * weight of four channels. */
INLINED v128_t blend_pair(v128_t left, v128_t right, const weights_of_pair *weights) {
  return wasm_i32x4_add(wasm_i32x4_mul(left, weights->left), wasm_i32x4_mul(right, weights->right));
}

static int32_t blend_one(const pixel_corners *corners, int32_t down, int32_t across, int32_t i) {
  const int8_t *ul = corners->upper_left, *ur = corners->upper_right;
  const int8_t *ll = corners->lower_left, *lr = corners->lower_right;
  const int32_t upper = ul[i] * (PLACE_UNIT - across) + ur[i] * across;
  const int32_t lower = ll[i] * (PLACE_UNIT - across) + lr[i] * across;
  return thimble_rounding_divide_by_pot(upper * (PLACE_UNIT - down) + lower * down, MEAN_SHIFT);
}

void blend_s8(const pixel_corners *corners, int32_t down, int32_t across, int8_t *output, int32_t depth) {
  const weights_of_pair columns = {wasm_i32x4_splat(PLACE_UNIT - across), wasm_i32x4_splat(across)};
  const weights_of_pair rows = {wasm_i32x4_splat(PLACE_UNIT - down), wasm_i32x4_splat(down)};
  const v128_t mask = wasm_i32x4_const_splat(MEAN_MASK), half = wasm_i32x4_const_splat(MEAN_MASK >> 1);
  const int8_t *ul = corners->upper_left, *ur = corners->upper_right;
  const int8_t *ll = corners->lower_left, *lr = corners->lower_right;
  int32_t i = 0;
  for (; i + 4 <= depth; i += 4) {
    const v128_t upper = blend_pair(load_four_s8(ul + i), load_four_s8(ur + i), &columns);
    const v128_t lower = blend_pair(load_four_s8(ll + i), load_four_s8(lr + i), &columns);
    store_four_s8(output + i, rounding_divide(blend_pair(upper, lower, &rows), MEAN_SHIFT, mask, half));
  }
  for (; i < depth; i++) output[i] = (int8_t)blend_one(corners, down, across, i);
}

/* a + (b - a) * distance would round otherwise than the reference, whose weights are the nearnesses. */
INLINED v128_t mix(v128_t a, v128_t b, float distance) {
  return wasm_f32x4_add(wasm_f32x4_mul(a, wasm_f32x4_splat(1 - distance)),
                        wasm_f32x4_mul(b, wasm_f32x4_splat(distance)));
}

void blend_f32(const pixel_corners *corners, float down, float across, float *output, int32_t depth) {
  const float *ul = corners->upper_left, *ur = corners->upper_right;
  const float *ll = corners->lower_left, *lr = corners->lower_right;
  int32_t i = 0;
  for (; i + 4 <= depth; i += 4) {
    const v128_t upper = mix(wasm_v128_load(ul + i), wasm_v128_load(ur + i), across);
    const v128_t lower = mix(wasm_v128_load(ll + i), wasm_v128_load(lr + i), across);
    wasm_v128_store(output + i, mix(upper, lower, down));
  }
  for (; i < depth; i++) {
    const v128_t upper = mix(wasm_v128_load32_zero(ul + i), wasm_v128_load32_zero(ur + i), across);
    const v128_t lower = mix(wasm_v128_load32_zero(ll + i), wasm_v128_load32_zero(lr + i), across);
    wasm_v128_store32_lane(output + i, mix(upper, lower, down), 0);
  }
}
