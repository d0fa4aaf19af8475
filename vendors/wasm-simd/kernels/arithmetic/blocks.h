#ifndef THIMBLE_ARITHMETIC_BLOCKS_H
#define THIMBLE_ARITHMETIC_BLOCKS_H

#include <stdint.h>

#include "copy.h"
#include "inlined.h"

/*
 * Loops over elements in blocks of 16. What is left at the end is computed in a block that overlaps the one before it,
 * and a row that is shorter than a block in buffers, so that nothing outside of a row is read or written. An output
 * must not overlap an input for that reason.
 */

enum { BLOCK = 16, MAX_ELEMENT_BYTES = 4 };

/* Computes 16 outputs; `lanes` is whatever the loop keeps in registers. */
typedef void (*map_block)(const void *input, void *output, const void *lanes);
typedef void (*combine_block)(const void *first, const void *second, void *output, const void *lanes);

/* A run of outputs of two inputs that broadcast: a step is 1, or 0 where an input stands still. */
typedef struct {
  int32_t length;
  int32_t first_step;
  int32_t second_step;
  const int8_t *first;
  const int8_t *second;
  int8_t *output;
} binary_row;

/* output[i] = f(input[i]) for i < n; in_bytes and out_bytes are constants. */
INLINED void map_blocks(int32_t n, const void *input, int32_t in_bytes, void *output, int32_t out_bytes, map_block f,
                        const void *lanes) {
  int8_t short_in[BLOCK * MAX_ELEMENT_BYTES] = {0}, short_out[BLOCK * MAX_ELEMENT_BYTES];
  const int32_t is_short = n < BLOCK;
  if (is_short) copy_short(short_in, input, n * in_bytes);
  const int8_t *const in = is_short ? short_in : input;
  int8_t *const out = is_short ? short_out : output;
  const int32_t last = is_short ? 0 : n - BLOCK;
  for (int32_t i = 0;; i += BLOCK) {
    if (i > last) i = last;
    f(in + i * in_bytes, out + i * out_bytes, lanes);
    if (i == last) break;
  }
  if (is_short) copy_short(output, short_out, n * out_bytes);
}

/* Writes one element, repeated to fill a block. */
INLINED void fill_block(int8_t *block, const int8_t *element, int32_t bytes) {
  v128_t value = wasm_i32x4_const_splat(0);
  if (bytes == 1) value = wasm_v128_load8_splat(element);
  if (bytes == 2) value = wasm_v128_load16_splat(element);
  if (bytes == 4) value = wasm_v128_load32_splat(element);
  for (int32_t i = 0; i < BLOCK * bytes; i += 16) wasm_v128_store(block + i, value);
}

/* Where an input of a row begins, in a form that a block may be read of: `buffer` holds it unless the row does. */
INLINED const int8_t *block_source(const int8_t *input, int32_t step, int32_t n, int32_t bytes, int8_t *buffer) {
  if (step == 0) {
    fill_block(buffer, input, bytes);
    return buffer;
  }
  if (n >= BLOCK) return input;
  copy_short(buffer, input, n * bytes);
  return buffer;
}

/* output[i] = f(first[i * first_step], second[i * second_step]) along a row; bytes of an element are a constant. */
INLINED void combine_blocks(const binary_row *row, int32_t bytes, combine_block f, const void *lanes) {
  int8_t first_buffer[BLOCK * MAX_ELEMENT_BYTES], second_buffer[BLOCK * MAX_ELEMENT_BYTES];
  int8_t short_out[BLOCK * MAX_ELEMENT_BYTES];
  const int32_t n = row->length, is_short = n < BLOCK;
  const int8_t *const first = block_source(row->first, row->first_step, n, bytes, first_buffer);
  const int8_t *const second = block_source(row->second, row->second_step, n, bytes, second_buffer);
  const int32_t first_step = row->first_step * bytes, second_step = row->second_step * bytes;
  int8_t *const out = is_short ? short_out : row->output;
  const int32_t last = is_short ? 0 : n - BLOCK;
  for (int32_t i = 0;; i += BLOCK) {
    if (i > last) i = last;
    f(first + i * first_step, second + i * second_step, out + i * bytes, lanes);
    if (i == last) break;
  }
  if (is_short) copy_short(row->output, short_out, n * bytes);
}

#endif
