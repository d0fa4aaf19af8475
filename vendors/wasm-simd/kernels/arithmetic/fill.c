#include "fill.h"

#include "simd.h"

static v128_t splat_element(const void *element, int32_t element_bytes) {
  switch (element_bytes) {
    case 1:
      return wasm_v128_load8_splat(element);
    case 2:
      return wasm_v128_load16_splat(element);
    case 4:
      return wasm_v128_load32_splat(element);
    default:
      return wasm_v128_load64_splat(element);
  }
}

void fill_elements(void *to, const void *element, int32_t element_bytes, int32_t bytes) {
  if (bytes == 0) return;
  const v128_t value = splat_element(element, element_bytes);
  int8_t *const out = to;
  int8_t rest[16];
  int32_t i = 0;
  for (; i + 16 <= bytes; i += 16) wasm_v128_store(out + i, value);
  wasm_v128_store(rest, value);
  for (int32_t k = 0; i < bytes; i++, k++) out[i] = rest[k];
}
