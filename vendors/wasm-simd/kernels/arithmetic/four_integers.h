#ifndef THIMBLE_ARITHMETIC_FOUR_INTEGERS_H
#define THIMBLE_ARITHMETIC_FOUR_INTEGERS_H

#include <stdint.h>
#include "simd.h"

#include "inlined.h"

/* Four integers of a type as 32 bits, and back; what is stored must be in the type's range. */

INLINED v128_t load_four_s8(const void *from) {
  return wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(from)));
}

INLINED v128_t load_four_u8(const void *from) {
  return wasm_u32x4_extend_low_u16x8(wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(from)));
}

INLINED v128_t load_four_s16(const void *from) { return wasm_i32x4_load16x4(from); }
INLINED v128_t load_four_s32(const void *from) { return wasm_v128_load(from); }

INLINED void store_four_s8(void *to, v128_t x) {
  const v128_t narrow = wasm_i16x8_narrow_i32x4(x, x);
  wasm_v128_store32_lane(to, wasm_i8x16_narrow_i16x8(narrow, narrow), 0);
}

INLINED void store_four_u8(void *to, v128_t x) {
  const v128_t narrow = wasm_i16x8_narrow_i32x4(x, x);
  wasm_v128_store32_lane(to, wasm_u8x16_narrow_i16x8(narrow, narrow), 0);
}

INLINED void store_four_s16(void *to, v128_t x) { wasm_v128_store64_lane(to, wasm_i16x8_narrow_i32x4(x, x), 0); }
INLINED void store_four_s32(void *to, v128_t x) { wasm_v128_store(to, x); }

#endif
