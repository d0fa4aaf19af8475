#include "store_sums.h"

#include "blocks.h"
#include "rescale.h"

typedef struct {
  v128_t sum_offset;
  rescale factor;
  output_lanes output;
} storage_lanes;

INLINED v128_t scale_four(const int32_t *sums, const storage_lanes *lanes) {
  return rescale_four(wasm_i32x4_sub(wasm_v128_load(sums), lanes->sum_offset), &lanes->factor);
}

INLINED void store_block_s8(const void *input, void *output, const void *state) {
  const storage_lanes *lanes = state;
  const int32_t *sums = input;
  wasm_v128_store(output, quantize_s8(scale_four(sums, lanes), scale_four(sums + 4, lanes), scale_four(sums + 8, lanes),
                                      scale_four(sums + 12, lanes), &lanes->output));
}

INLINED void store_block_s16(const void *input, void *output, const void *state) {
  const storage_lanes *lanes = state;
  const int32_t *sums = input;
  for (int32_t i = 0; i < BLOCK; i += 8) {
    const v128_t eight = quantize_s16(scale_four(sums + i, lanes), scale_four(sums + i + 4, lanes), &lanes->output);
    wasm_v128_store((int16_t *)output + i, eight);
  }
}

void store_sums_s8(const thimble_sum_storage *storage, const int32_t *sums, int8_t *output, int32_t n) {
  const storage_lanes lanes = {wasm_i32x4_splat(storage->sum_offset), make_rescale(storage->factor),
                               output_lanes_s8(&storage->output)};
  map_blocks(n, sums, 4, output, 1, store_block_s8, &lanes);
}

void store_sums_s16(const thimble_sum_storage *storage, const int32_t *sums, int16_t *output, int32_t n) {
  const storage_lanes lanes = {wasm_i32x4_splat(storage->sum_offset), make_rescale(storage->factor),
                               output_lanes_s16(&storage->output)};
  map_blocks(n, sums, 4, output, 2, store_block_s16, &lanes);
}
