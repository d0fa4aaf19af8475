/* int4 to int8, eight weights at a time. */
#ifndef ARM_PLAIN_UNPACK_H
#define ARM_PLAIN_UNPACK_H

#include <thimble/kit/layer.h>

#include "../shared/words.h"

/* The numbers of the low halves of four bytes; no byte carries into the next. */
static inline uint32_t arm_low_nibbles(uint32_t bytes) {
  const uint32_t low = bytes & UINT32_C(0x0f0f0f0f);
  return ((low ^ UINT32_C(0x08080808)) + UINT32_C(0x78787878)) ^ UINT32_C(0x80808080);
}

/* Bytes 0 and 1 of both in turns. */
static inline uint32_t arm_interleave(uint32_t even, uint32_t odd) {
  return (even & 0xff) | (odd & 0xff) << 8 | (even & 0xff00) << 8 | (odd & 0xff00) << 16;
}

static inline void arm_unpack_s4(const int8_t *packed, int8_t *unpacked, int32_t count) {
  for (; count >= 8; count -= 8, packed += 4, unpacked += 8) {
    const uint32_t bytes = arm_load_word(packed);
    const uint32_t even = arm_low_nibbles(bytes), odd = arm_low_nibbles(bytes >> 4);
    arm_store_word(unpacked, arm_interleave(even, odd));
    arm_store_word(unpacked + 4, arm_interleave(even >> 16, odd >> 16));
  }
  thimble_unpack_s4(packed, unpacked, count);
}

#endif
