/* What MAC16's instructions mean, in plain C. */
#ifndef ESP32_MAC16_MEANING_H
#define ESP32_MAC16_MEANING_H

#include <stdint.h>

/** The registers m0 to m3, and of the accumulator's 40 bits the lower 32, which the others do not touch. */
typedef struct mac16 {
  uint32_t m[4];
  uint32_t acclo;
} mac16;

/** WSR.ACCLO. */
static inline void mac16_start(mac16 *at, uint32_t sum) { at->acclo = sum; }

/** RSR.ACCLO. */
static inline uint32_t mac16_sum(const mac16 *at) { return at->acclo; }

/** WSR.M0 to M3. */
static inline void mac16_set(mac16 *at, int32_t w, uint32_t word) { at->m[w] = word; }

/** LDINC: the address goes on by a word, which is loaded into m[w]. */
static inline void mac16_ldinc(mac16 *at, int32_t w, uintptr_t *as) {
  *as += 4;
  const int16_t *halves = (const int16_t *)*as;
  at->m[w] = (uint16_t)halves[0] | (uint32_t)(uint16_t)halves[1] << 16;
}

/** MULA.AA: a by b. */
static inline void mac16_mula_aa(mac16 *at, enum mac16_halves halves, uint32_t a, uint32_t b) {
  const int32_t first = (int16_t)(halves & 1 ? a >> 16 : a);
  const int32_t second = (int16_t)(halves & 2 ? b >> 16 : b);
  at->acclo += (uint32_t)(first * second);
}

/** MULA.DD: m[x] by m[y]; x is 0 or 1, y is 2 or 3. */
static inline void mac16_mula_dd(mac16 *at, enum mac16_halves halves, int32_t x, int32_t y) {
  mac16_mula_aa(at, halves, at->m[x], at->m[y]);
}

/** MULA.DD.LDINC: the same, and LDINC of another register than these two. */
static inline void mac16_mula_dd_ldinc(mac16 *at, enum mac16_halves halves, int32_t w, uintptr_t *as, int32_t x,
                                       int32_t y) {
  mac16_mula_dd(at, halves, x, y);
  mac16_ldinc(at, w, as);
}

/**
 * LOOPNEZ: `count` times, MULA.DD.LDINC of both halves of m0 and m2, then of m1 and m3, which are loaded meanwhile, and
 * those after them behind that.
 */
static inline void mac16_multiply_steps(mac16 *at, uintptr_t *a, uintptr_t *b, int32_t count) {
  for (; count > 0; count--) {
    mac16_mula_dd_ldinc(at, MAC16_LL, 1, a, 0, 2);
    mac16_mula_dd_ldinc(at, MAC16_HH, 3, b, 0, 2);
    mac16_mula_dd_ldinc(at, MAC16_LL, 0, a, 1, 3);
    mac16_mula_dd_ldinc(at, MAC16_HH, 2, b, 1, 3);
  }
}

#endif
