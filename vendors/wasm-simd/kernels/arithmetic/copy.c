#include "copy.h"

void copy_short(void *target, const void *source, int32_t count) {
  int8_t *const to = target;
  const int8_t *const from = source;
  int32_t i = 0;
  for (; i + 16 <= count; i += 16) wasm_v128_store(to + i, wasm_v128_load(from + i));
  if (i < count) copy_few(to + i, from + i, count - i);
}
