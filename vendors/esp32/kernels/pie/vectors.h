/* Runs of bytes in whole vectors. */
#ifndef ESP32_PIE_VECTORS_H
#define ESP32_PIE_VECTORS_H

#include <thimble/types.h>

#include "lx7.h"
#include "pie.h"

/** Vectors that hold `count` bytes. */
static inline int32_t whole_vectors(int32_t count) { return count / PIE_LANES + (count % PIE_LANES != 0); }

/** Channels of the block that begins at `first`. */
static inline int32_t lanes_from(int32_t first, int32_t channels) {
  return channels - first < PIE_LANES ? channels - first : PIE_LANES;
}

static inline int32_t is_aligned(const void *address, uintptr_t bytes) { return ((uintptr_t)address & (bytes - 1)) == 0; }

/** Copies bytes: vectors, words or bytes at a time, as both sides' alignment allows. */
static inline void copy_bytes(int8_t *to, const int8_t *from, int32_t count) {
  int8_t *const end = to + count;
  if (is_aligned(to, PIE_LANES) && is_aligned(from, PIE_LANES))
    while (end - to >= PIE_LANES) pie_vst_128(pie_vld_128(&from, PIE_LANES), &to, PIE_LANES);
  if (is_aligned(to, 4) && is_aligned(from, 4))
    for (; end - to >= 4; to += 4, from += 4) lx7_s32i(lx7_l32i(from), to);
  while (to < end) lx7_s8i(lx7_l8ui(from++), to++);
}

/** Stores a byte `count` times, from an aligned address on. */
static inline void fill_bytes(int8_t *to, int8_t value, int32_t count) {
  int8_t *const end = to + count;
  const pie_q values = pie_vldbc_8(&value);
  while (end - to >= PIE_LANES) pie_vst_128(values, &to, PIE_LANES);
  while (to < end) lx7_s8i(value, to++);
}

/** `count` bytes as a vector's first lanes, through `buffer`, an aligned vector, unless they are one where they lie. */
static inline pie_q load_lanes(const int8_t *from, int32_t count, int8_t *buffer) {
  const int8_t *vector = buffer;
  if (count == PIE_LANES && is_aligned(from, PIE_LANES)) vector = from;
  else copy_bytes(buffer, from, count);
  return pie_vld_128(&vector, PIE_LANES);
}

/** Stores a vector's first lanes, in the same way. */
static inline void store_lanes(pie_q lanes, int8_t *to, int32_t count, int8_t *buffer) {
  const thimble_bool is_vector = count == PIE_LANES && is_aligned(to, PIE_LANES);
  int8_t *at = is_vector ? to : buffer;
  pie_vst_128(lanes, &at, PIE_LANES);
  if (!is_vector) copy_bytes(to, buffer, count);
}

#endif
