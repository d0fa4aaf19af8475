/*
 * MAC16's instructions themselves, as bytes: assemblers know them only for cores that have them. Encodings are those of
 * Cadence's "Xtensa Instruction Set Architecture (ISA) Reference Manual", chapter 6: op2 and op1 in bits 23 to 16, r, s,
 * t, op0.
 *
 * QEMU keeps m0 to m3 twice while it runs instructions without a jump between them: there one that was multiplied, and
 * loaded after that, may not be multiplied again.
 */
#ifndef ESP32_MAC16_INSTRUCTIONS_H
#define ESP32_MAC16_INSTRUCTIONS_H

#include <stdint.h>

/* The accumulator and the registers m0 to m3 are the core's own. */
typedef struct mac16 {
  uint32_t none;
} mac16;

/*
 * mac16_place WORD, REGISTER, BIT: the instruction, with the number of an address register from that bit on;
 * mac16_place_two of two.
 */
__asm__(
    ".macro mac16_number name, to\n"
    ".irp n,0,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n"
    ".ifc \\name,a\\n\n.set \\to,\\n\n.endif\n"
    ".endr\n"
    ".endm\n"
    ".macro mac16_bytes word\n"
    ".byte (\\word)&255,((\\word)>>8)&255,((\\word)>>16)&255\n"
    ".endm\n"
    ".macro mac16_place word, first, bit\n"
    "mac16_number \\first,mac16_first\n"
    "mac16_bytes ((\\word)|(mac16_first<<\\bit))\n"
    ".endm\n"
    ".macro mac16_place_two word, first, bit, second, bit_of_second\n"
    "mac16_number \\second,mac16_second\n"
    "mac16_place ((\\word)|(mac16_second<<\\bit_of_second)),\\first,\\bit\n"
    ".endm\n");

enum {
  MAC16_OP0 = 0x4,
  MAC16_MULA_DD_LDINC = 0x080000 | MAC16_OP0,
  MAC16_MULA_DD = 0x280000 | MAC16_OP0,
  MAC16_MULA_AA = 0x780000 | MAC16_OP0,
  MAC16_LDINC = 0x800000 | MAC16_OP0,
  MAC16_ACCLO = 16,
  MAC16_M0 = 32,
  /* LOOPNEZ over four instructions: its end is 15 bytes behind its address, counted from 4 bytes behind. */
  MAC16_LOOP_OF_4 = 0x000076 | 9 << 12 | (15 - 4) << 16,
  MAC16_RSR = 0x030000,
  MAC16_WSR = 0x130000,
};

#define MAC16_INLINE static inline __attribute__((always_inline))

/** WSR.ACCLO: the accumulator begins at `sum`. What was stored before is seen by loads that follow. */
MAC16_INLINE void mac16_start(mac16 *at, uint32_t sum) {
  (void)at;
  __asm__ volatile("mac16_place %c1, %0, 4" : : "r"(sum), "i"(MAC16_WSR | MAC16_ACCLO << 8) : "memory");
}

/** RSR.ACCLO. */
MAC16_INLINE uint32_t mac16_sum(mac16 *at) {
  (void)at;
  uint32_t sum;
  __asm__ volatile("mac16_place %c1, %0, 4" : "=r"(sum) : "i"(MAC16_RSR | MAC16_ACCLO << 8) : "memory");
  return sum;
}

/** WSR.M0 to M3. */
MAC16_INLINE void mac16_set(mac16 *at, int32_t w, uint32_t word) {
  (void)at;
  __asm__ volatile("mac16_place %c1, %0, 4" : : "r"(word), "i"(MAC16_WSR | (MAC16_M0 + w) << 8));
}

/** LDINC: the address goes on by a word, which is loaded into m[w]. */
MAC16_INLINE void mac16_ldinc(mac16 *at, int32_t w, uintptr_t *as) {
  (void)at;
  __asm__ volatile("mac16_place %c1, %0, 8" : "+r"(*as) : "i"(MAC16_LDINC | w << 12));
}

/** MULA.AA: a by b. */
MAC16_INLINE void mac16_mula_aa(mac16 *at, enum mac16_halves halves, uint32_t a, uint32_t b) {
  (void)at;
  __asm__ volatile("mac16_place_two %c2, %0, 8, %1, 4" : : "r"(a), "r"(b), "i"(MAC16_MULA_AA | halves << 16));
}

/** MULA.DD: m[x] by m[y]; x is 0 or 1, y is 2 or 3. */
MAC16_INLINE void mac16_mula_dd(mac16 *at, enum mac16_halves halves, int32_t x, int32_t y) {
  (void)at;
  __asm__ volatile("mac16_bytes %c0" : : "i"(MAC16_MULA_DD | halves << 16 | x << 14 | (y & 1) << 6));
}

/** MULA.DD.LDINC: the same, and LDINC of another register than these two. */
MAC16_INLINE void mac16_mula_dd_ldinc(mac16 *at, enum mac16_halves halves, int32_t w, uintptr_t *as, int32_t x,
                                      int32_t y) {
  (void)at;
  __asm__ volatile("mac16_place %c1, %0, 8"
                   : "+r"(*as)
                   : "i"(MAC16_MULA_DD_LDINC | halves << 16 | x << 14 | w << 12 | (y & 1) << 6));
}

/**
 * LOOPNEZ: `count` times, MULA.DD.LDINC of both halves of m0 and m2, then of m1 and m3, which are loaded meanwhile, and
 * those after them behind that.
 */
MAC16_INLINE void mac16_multiply_steps(mac16 *at, uintptr_t *a, uintptr_t *b, int32_t count) {
  (void)at;
  enum { FIRST = MAC16_MULA_DD_LDINC, SECOND = MAC16_MULA_DD_LDINC | 1 << 14 | 1 << 6 };
  __asm__ volatile(
      "mac16_place %c3, %2, 8\n"
      "mac16_place %c4, %0, 8\n"
      "mac16_place %c5, %1, 8\n"
      "mac16_place %c6, %0, 8\n"
      "mac16_place %c7, %1, 8\n"
      : "+r"(*a), "+r"(*b)
      : "r"(count), "i"(MAC16_LOOP_OF_4), "i"(FIRST | MAC16_LL << 16 | 1 << 12), "i"(FIRST | MAC16_HH << 16 | 3 << 12),
        "i"(SECOND | MAC16_LL << 16), "i"(SECOND | MAC16_HH << 16 | 2 << 12));
}

#endif
