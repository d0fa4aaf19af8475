#include "extremes.h"
#include "reduce.h"

/* Rows of an element type, for an extreme `f` of vectors; a single element x replaces y where x `beats` y. */
#define EXTREME_ROWS(name, element, splat, f, beats)                                      \
  INLINED void name##_columns(element *to, const element *input, int32_t n) {             \
    enum { LANES = 16 / sizeof(element) };                                                \
    int32_t i = 0;                                                                        \
    for (; i + LANES <= n; i += LANES) {                                                  \
      wasm_v128_store(to + i, f(wasm_v128_load(to + i), wasm_v128_load(input + i)));      \
    }                                                                                     \
    for (; i < n; i++) {                                                                  \
      if (input[i] beats to[i]) to[i] = input[i];                                         \
    }                                                                                     \
  }                                                                                       \
  INLINED void name##_run(element *to, const element *input, int32_t n) {                 \
    enum { LANES = 16 / sizeof(element) };                                                \
    v128_t best = splat(*to);                                                             \
    element lanes[LANES];                                                                 \
    int32_t i = 0;                                                                        \
    for (; i + LANES <= n; i += LANES) best = f(best, wasm_v128_load(input + i));         \
    wasm_v128_store(lanes, best);                                                         \
    for (int32_t k = 0; k < LANES; k++) {                                                 \
      if (lanes[k] beats *to) *to = lanes[k];                                             \
    }                                                                                     \
    for (; i < n; i++) {                                                                  \
      if (input[i] beats *to) *to = input[i];                                             \
    }                                                                                     \
  }                                                                                       \
  void name(const thimble_reduction *shape, const void *input, void *accumulators) {              \
    const element *in = input;                                                            \
    if (shape->run.second_step == 0) return name##_run(accumulators, in, shape->run.extent); \
    for (int32_t row = 0; row < shape->rows.extent; row++, in += shape->rows.first_step) { \
      name##_columns(accumulators, in, shape->run.extent);                                \
    }                                                                                     \
  }

EXTREME_ROWS(max_rows_s8, int8_t, wasm_i8x16_splat, max_s8, >)
EXTREME_ROWS(min_rows_s8, int8_t, wasm_i8x16_splat, min_s8, <)
EXTREME_ROWS(max_rows_s16, int16_t, wasm_i16x8_splat, max_s16, >)
EXTREME_ROWS(min_rows_s16, int16_t, wasm_i16x8_splat, min_s16, <)
EXTREME_ROWS(max_rows_f32, float, wasm_f32x4_splat, max_f32, >)
EXTREME_ROWS(min_rows_f32, float, wasm_f32x4_splat, min_f32, <)
