/* What types of stored numbers differ in: their loads and stores. */
#ifndef XTENSA_STORED_H
#define XTENSA_STORED_H

#include "hifi.h"

/** A type. Places of its numbers are counted in bytes. */
typedef struct stored_type {
  /** Of one. */
  int32_t bytes;
  /** Up to four neighbours; where there are fewer, the other lanes are 0. */
  hifi_int16x4 (*load)(const int8_t *from, int32_t count);
  /** One in all lanes. */
  hifi_int16x4 (*load_same)(const int8_t *from);
  /** Stores a number that the type holds. */
  void (*store)(int32_t x, int8_t *to);
} stored_type;

static inline hifi_int16x4 load_same_s8(const int8_t *from) { return hifi_movda16(*from); }

static inline hifi_int16x4 load_u8(const int8_t *from, int32_t count) {
  return hifi_load_up_to_4_u8((const uint8_t *)from, count);
}

static inline hifi_int16x4 load_same_u8(const int8_t *from) { return hifi_movda16(*(const uint8_t *)from); }

static inline hifi_int16x4 load_s16(const int8_t *from, int32_t count) {
  return hifi_load_up_to_4_s16((const int16_t *)from, count);
}

static inline hifi_int16x4 load_same_s16(const int8_t *from) { return hifi_l16((const int16_t *)from); }

static inline void store_s8(int32_t x, int8_t *to) { hifi_s8(x, to); }
static inline void store_s16(int32_t x, int8_t *to) { hifi_s16(x, (int16_t *)to); }
static inline void store_s32(int32_t x, int8_t *to) { hifi_s32(x, (int32_t *)to); }

static const stored_type stored_s8 = {1, hifi_load_up_to_4, load_same_s8, store_s8};
static const stored_type stored_u8 = {1, load_u8, load_same_u8, store_s8};
static const stored_type stored_s16 = {2, load_s16, load_same_s16, store_s16};
/* Its inputs have no room in lanes of 16 bits: there are only outputs of it. */
static const stored_type stored_s32 = {4, 0, 0, store_s32};

#endif
